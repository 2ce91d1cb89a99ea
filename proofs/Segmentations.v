(* The count behind the paper's Lemma 3.1: a token of m letters has exactly 2^(m-1)
   segmentations into non-empty pieces.  They are the drafts that spell the token
   exactly; drafts whose text merely starts with it are more, see the last statement. *)
From mathcomp Require Import all_ssreflect.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Section Segmentations.
Variable S : eqType.
Implicit Types (t w : seq S) (s : seq (seq S)).

Definition segmentation t s := (flatten s == t) && all (fun w => w != [::]) s.

(* put the letter x before a segmentation: as a piece of its own, or glued to the first *)
Definition extend x s : seq (seq (seq S)) :=
  if s is w :: r then [:: [:: x] :: w :: r; (x :: w) :: r] else [:: [:: [:: x]]].
Fixpoint segmentations t : seq (seq (seq S)) :=
  if t is x :: t' then flatten [seq extend x s | s <- segmentations t'] else [:: [::]].

Definition retract s : seq (seq S) :=
  match s with
  | (x :: y :: w) :: r => (y :: w) :: r
  | [:: x] :: r => r
  | _ => s
  end.

Lemma extendP x t s e : segmentation t s ->
  e \in extend x s -> segmentation (x :: t) e && (retract e == s).
Proof.
case: s => [|w r] /andP[/eqP f ne]; rewrite /extend !inE.
  by move/eqP=> ->; rewrite /segmentation /= -f /= !eqxx.
move: ne f => /=; case: w => // y w /= nr f.
by case/orP=> /eqP ->; rewrite /segmentation /= -f nr !eqxx.
Qed.

Lemma segmentationsP t s : (s \in segmentations t) = segmentation t s.
Proof.
apply/idP/idP; elim: t s => [|x t IH] s.
- by rewrite inE => /eqP ->.
- by case/flattenP => l /mapP[s' /IH h ->] /(extendP h)/andP[].
- by case: s => [|[|y w] r] //; rewrite /segmentation ?andbF //= => /andP[].
case: s => [|[|y [|z w]] r]; rewrite /segmentation //= ?andbF // eqseq_cons -!andbA.
- case/and3P=> /eqP -> /eqP f nr; apply/flattenP; exists (extend x r).
    by apply/mapP; exists r => //; apply: IH; rewrite /segmentation f eqxx.
  by case: (r) => [|u v]; rewrite !inE eqxx.
case/and3P=> /eqP -> /eqP f nr; apply/flattenP; exists (extend x ((z :: w) :: r)).
  by apply/mapP; exists ((z :: w) :: r) => //; apply: IH; rewrite /segmentation /= f eqxx nr.
by rewrite !inE eqxx orbT.
Qed.

Lemma segmentations_uniq t : uniq (segmentations t).
Proof.
elim: t => // x t IH /=.
have : all (segmentation t) (segmentations t) by apply/allP => s; rewrite segmentationsP.
elim: (segmentations t) IH => // s l IHl /= /andP[ns ul] /andP[hs hl].
rewrite cat_uniq IHl // andbT; apply/andP; split.
  case: (s) hs => [|[|y w] r] //; rewrite /segmentation ?andbF //= => _.
  by rewrite inE andbT; apply/negP => /eqP -[].
apply/hasPn => e /flattenP[k /mapP[s' s'l ->] es']; apply/negP => /(extendP hs)/andP[_ /eqP r].
have /andP[_ /eqP r'] := extendP (allP hl _ s'l) es'.
by move: ns; rewrite -r r' s'l.
Qed.

Theorem segmentation_count t : (0 < size t)%N -> size (segmentations t) = 2 ^ (size t).-1.
Proof.
elim: t => // x [|y t] IH _ //.
rewrite [segmentations _]/= size_flatten /shape -map_comp.
rewrite -[flatten _]/(segmentations (y :: t)).
have two s : s \in segmentations (y :: t) -> size (extend x s) = 2.
  by rewrite segmentationsP; case: s.
rewrite -[(size (x :: _)).-1]/(size (y :: t)).-1.+1 expnS -IH //.
elim: (segmentations (y :: t)) two => //= s l IHl two.
rewrite two ?inE ?eqxx // IHl ?mulnS // => u ul; apply: two; by rewrite inE ul orbT.
Qed.

(* the pieces are never longer than t: a complete vocabulary of strings of up to
   n >= size t letters offers every one of them *)
Theorem segmentation_pieces t s : s \in segmentations t -> all (fun w => size w <= size t) s.
Proof.
rewrite segmentationsP => /andP[/eqP <- _]; elim: s => //= w s IH.
rewrite size_cat leq_addr /=; apply: sub_all IH => v; move/leq_trans; apply.
exact: leq_addl.
Qed.
End Segmentations.

(* Not the same: drafts whose text starts with the token.  Over one letter, with pieces
   of up to two letters, two one-piece drafts start with "a", while 2^(1-1) = 1. *)
Theorem starting_with_is_more : let drafts := [:: [:: [:: tt]]; [:: [:: tt; tt]]] in
  uniq drafts /\ all (fun s => prefix [:: tt] (flatten s)) drafts /\
  (size (segmentations [:: tt]) < size drafts).
Proof. by []. Qed.
