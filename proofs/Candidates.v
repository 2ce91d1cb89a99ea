(* rrs and k-seq: several independent candidates for one position, one token a round. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Multi.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Iid.
Variables (R : realFieldType) (V : finType).
Fixpoint iid (q : V -> R) n : wl R (seq V) :=
  if n is m.+1 then
    bind (draw q) (fun x => bind (iid q m) (fun xs => ret R (x :: xs)))
  else ret R [::].

Lemma iid_law q n : is_dist q -> is_law (iid q n).
Proof.
move=> dq; elim: n => [|n IH] /=; first exact: is_law_ret.
apply: is_law_bind_all => [|x]; first exact: is_law_draw.
by apply: is_law_bind_all => // xs; exact: is_law_ret.
Qed.

Lemma E_iidS q n F : E (iid q n.+1) F = \sum_x q x * E (iid q n) (fun xs => F (x :: xs)).
Proof.
rewrite /= E_bind E_draw; apply: eq_bigr => x _; congr (_ * _).
by rewrite E_bind; apply: eq_E => xs; rewrite E_ret.
Qed.

(* a round that emits exactly one token is right when that token has the target's law *)
Lemma one_token_lossless eos (P : seq V -> V -> R) (r : round R V) :
  (forall c, surely (r c) (fun o => size o.2 = 1%N)) -> normalizes r ->
  (forall c (F : V -> R), E (r c) (fun o => if o.2 is x :: _ then F x else 0) = \sum_x P c x * F x) ->
  one_round_lossless eos P r.
Proof.
move=> sz nm one; apply: one_round_from_succ => // c n f.
rewrite E_targetS -one; apply: eq_E_surely; apply: sub_surely (sz c) => -[k [|x []]] //.
Qed.

Lemma one_token_emits (r : round R V) :
  (forall c, surely (r c) (fun o => size o.2 = 1%N)) -> emits r.
Proof. by move=> sz c; apply: sub_surely (sz c) => -[k []]. Qed.
End Iid.

(* ---- rrs: on rejection the target becomes the residual, and the next candidate is tried ---- *)
Section RRS.
Variables (R : realFieldType) (V : finType) (eos : pred V).
Variables (P Q : seq V -> V -> R) (candidates : nat).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dQ : forall c, is_dist (Q c).

Fixpoint rrs_verify (p q : V -> R) (xs : seq V) : wl R (nat * seq V) :=
  if xs is x :: xs' then
    bind (flip (accept p q x)) (fun b =>
      if b then ret R (1%N, [:: x]) else rrs_verify (correction p q) q xs')
  else bind (draw p) (fun y => ret R (0%N, [:: y])).
Definition rrs_round : round R V :=
  fun c => bind (iid (Q c) candidates) (rrs_verify (P c) (Q c)).

Lemma rrs_verify_law p q xs : is_dist p -> is_dist q -> is_law (rrs_verify p q xs).
Proof.
move=> + dq; elim: xs p => [|x xs IH] p dp /=.
  by apply: is_law_bind_all => [|y]; [exact: is_law_draw|exact: is_law_ret].
apply: is_law_bind_all => [|[]] //.
- by apply/is_law_flip/accept01; [case: dp|case: dq].
- exact: is_law_ret.
- exact/IH/correction_dist.
Qed.

Lemma rrs_verify_size p q xs : surely (rrs_verify p q xs) (fun o => size o.2 = 1%N).
Proof.
elim: xs p => [|x xs IH] p /=; apply/surely_bind/surely_all; first by move=> y; exact: surely_ret.
by case=> //; exact: surely_ret.
Qed.

Lemma E_rrs_verify_cons p q x xs F : E (rrs_verify p q (x :: xs)) F =
  accept p q x * F (1%N, [:: x]) + (1 - accept p q x) * E (rrs_verify (correction p q) q xs) F.
Proof. by rewrite /= E_bind E_flip E_ret. Qed.

Lemma E_rrs_nil p q F : E (rrs_verify p q [::]) F = \sum_y p y * F (0%N, [:: y]).
Proof. by rewrite /= E_bind E_draw; apply: eq_bigr => y _; rewrite E_ret. Qed.

Lemma rrs_rec p q n F : is_dist p -> is_dist q ->
  E (iid q n.+1) (fun xs => E (rrs_verify p q xs) F) =
  \sum_x q x * accept p q x * F (1%N, [:: x])
  + (1 - overlap p q) * E (iid q n) (fun xs => E (rrs_verify (correction p q) q xs) F).
Proof.
move=> dp dq; case: (dp) (dq) => p0 p1 [q0 q1]; rewrite E_iidS.
set r := E (iid q n) _.
rewrite -acceptance_rate // -[X in X - _]q1 -sumrB mulr_suml -big_split /=.
apply: eq_bigr => x _; set a := accept p q x.
transitivity (q x * (a * F (1%N, [:: x]) + (1 - a) * r)); last first.
  by rewrite mulrDr !mulrA mulrBr mulr1.
congr (_ * _); rewrite (eq_E _ (fun xs => E_rrs_verify_cons p q x xs F)).
by rewrite E_add E_const (proj2 (iid_law _ dq)) mul1r E_scale.
Qed.

Lemma rrs_one_step c (F : V -> R) :
  E (rrs_round c) (fun o => if o.2 is x :: _ then F x else 0) = \sum_x P c x * F x.
Proof.
rewrite E_bind; move: (P c) (dP c); elim: candidates => [|n IH] p dp.
  by rewrite E_ret E_rrs_nil.
rewrite rrs_rec // IH; last exact: correction_dist.
by apply: one_step => //; case: (dQ c).
Qed.

Theorem rrs_normalizes : normalizes rrs_round.
Proof. by move=> c; apply: is_law_bind_all => [|xs]; [exact: iid_law|exact: rrs_verify_law]. Qed.
Lemma rrs_size c : surely (rrs_round c) (fun o => size o.2 = 1%N).
Proof. by apply/surely_bind/surely_all => xs; exact: rrs_verify_size. Qed.
Theorem rrs_lossless : lossless eos P rrs_round.
Proof.
apply: rounds_lossless (one_token_emits rrs_size).
exact: one_token_lossless rrs_size rrs_normalizes rrs_one_step.
Qed.
Theorem rrs_terminates : terminates eos rrs_round.
Proof. exact/rounds_terminate/one_token_emits/rrs_size. Qed.

(* some candidate is kept: 1 minus the product of the rejection masses on the way *)
Theorem rrs_acceptance c : acceptance rrs_round c =
  1 - \prod_(i < candidates) (1 - overlap (iter i (fun p => correction p (Q c)) (P c)) (Q c)).
Proof.
rewrite /acceptance E_bind; move: (P c) (dP c); elim: candidates => [|n IH] p dp.
  rewrite E_ret E_rrs_nil big_ord0 subrr big1 // => y _.
  by rewrite mulr0.
rewrite rrs_rec // IH; last exact: correction_dist.
rewrite big_ord_recl /=; under eq_bigr do rewrite mulr1.
rewrite acceptance_rate; [|by case: dp|by case: (dQ c)].
have e i : iter i (fun p => correction p (Q c)) (correction p (Q c))
    = iter (bump 0 i) (fun p => correction p (Q c)) p by rewrite -iterSr.
under eq_bigr do rewrite e.
by rewrite mulrBr mulr1 addrA [overlap _ _ + _]addrC subrK.
Qed.
End RRS.

(* ---- k-seq: the same thinned test for every candidate, first success wins ---- *)
Section KSeq.
Variables (R : realFieldType) (V : finType) (eos : pred V).
Variables (P Q : seq V -> V -> R) (candidates : nat) (rho : R).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dQ : forall c, is_dist (Q c).
Hypothesis rho0 : 0 < rho.

(* probability that one candidate is drawn as y and kept *)
Definition kept_one (p q : V -> R) y := Num.min (q y) (p y / rho).
Definition beta p q := \sum_y kept_one p q y.
Definition some_kept p q := 1 - (1 - beta p q) ^+ candidates.
Definition leftover p q y := p y - kept_one p q y * (some_kept p q / beta p q).
Definition k_seq_residual p q : V -> R :=
  let z := \sum_y leftover p q y in if z == 0 then p else fun y => leftover p q y / z.

Fixpoint k_seq_verify p q (xs : seq V) : wl R (nat * seq V) :=
  if xs is x :: xs' then
    bind (flip (Num.min 1 (p x / (rho * q x)))) (fun b =>
      if b then ret R (1%N, [:: x]) else k_seq_verify p q xs')
  else bind (draw (k_seq_residual p q)) (fun y => ret R (0%N, [:: y])).
Definition k_seq_round : round R V :=
  fun c => bind (iid (Q c) candidates) (k_seq_verify (P c) (Q c)).

(* rho is large enough for this pair of laws *)
Definition valid p q := some_kept p q <= rho * beta p q.

Section OnePair.
Variables p q : V -> R.
Hypothesis dp : is_dist p.
Hypothesis dq : is_dist q.

Lemma kept_oneE x : q x * Num.min 1 (p x / (rho * q x)) = kept_one p q x.
Proof.
case: dp dq => p0 _ [q0 _]; apply: (mulfI (lt0r_neq0 rho0)); rewrite mulrA.
rewrite -[Num.min 1 _]/(accept p (fun x => rho * q x) x) draft_accept //; last first.
  by move=> y; rewrite mulr_ge0 // ltW.
by rewrite /kept_one minr_pmulr ?(ltW rho0) // mulrCA divff ?lt0r_neq0 // mulr1 minC.
Qed.

Lemma kept_one_ge0 y : 0 <= kept_one p q y.
Proof. by case: dp dq => p0 _ [q0 _]; rewrite /kept_one le_minr q0 divr_ge0 // ltW. Qed.

Lemma beta01 : 0 <= beta p q <= 1.
Proof.
apply/andP; split; first by apply: sumr_ge0 => y _; exact: kept_one_ge0.
by rewrite -(proj2 dq); apply: ler_sum => y _; rewrite le_minl lexx.
Qed.

Let kept := \sum_(i < candidates) (1 - beta p q) ^+ i.

Lemma some_keptE : some_kept p q = beta p q * kept.
Proof.
rewrite /some_kept -opprB subrX1 -mulNr /kept; congr (_ * _).
by rewrite opprB opprD opprK addrA subrr add0r.
Qed.

Lemma leftoverE y : leftover p q y = p y - kept_one p q y * kept.
Proof.
rewrite /leftover some_keptE; have [b0|nb] := eqVneq (beta p q) 0; last first.
  by rewrite [beta p q * _]mulrC mulfK.
have -> : kept_one p q y = 0.
  by apply: (psumr_eq0P _ b0) => // z _; exact: kept_one_ge0.
by rewrite !mul0r.
Qed.

Lemma sum_leftover : \sum_y leftover p q y = 1 - some_kept p q.
Proof.
under eq_bigr do rewrite leftoverE.
by rewrite sumrB (proj2 dp) -mulr_suml some_keptE.
Qed.

Lemma leftover_ge0 y : valid p q -> 0 <= leftover p q y.
Proof.
move=> v; rewrite /leftover subr_ge0; have [b0|nb] := eqVneq (beta p q) 0.
  by rewrite b0 invr0 mulr0 mulr0; case: dp.
have bp : 0 < beta p q by rewrite lt_neqAle eq_sym nb; case/andP: beta01.
apply: (@le_trans _ _ (p y / rho * rho)); last by rewrite divfK ?lt0r_neq0.
apply: ler_pmul; rewrite ?kept_one_ge0 //.
- by rewrite some_keptE mulrC mulKf // /kept sumr_ge0 // => i _; apply: exprn_ge0;
     rewrite subr_ge0; case/andP: beta01.
- by rewrite le_minl lexx orbT.
- by rewrite ler_pdivr_mulr.
Qed.

Lemma k_seq_residual_dist : valid p q -> is_dist (k_seq_residual p q).
Proof.
move=> v; rewrite /k_seq_residual; case: eqVneq => // nz; split=> [y|].
  by rewrite divr_ge0 ?leftover_ge0 // sumr_ge0 // => z _; exact: leftover_ge0.
by rewrite -mulr_suml divff.
Qed.

Lemma k_seq_recover y : valid p q ->
  (1 - some_kept p q) * k_seq_residual p q y = leftover p q y.
Proof.
move=> v; rewrite -sum_leftover /k_seq_residual; case: eqVneq => [z|nz]; last first.
  by rewrite mulrC divfK.
rewrite z mul0r; apply/esym/(psumr_eq0P _ z) => // x _; exact: leftover_ge0.
Qed.

Lemma E_k_seq n F :
  E (iid q n) (fun xs => E (k_seq_verify p q xs) F) =
  (\sum_(i < n) (1 - beta p q) ^+ i) * (\sum_x kept_one p q x * F (1%N, [:: x]))
  + (1 - beta p q) ^+ n * (\sum_y k_seq_residual p q y * F (0%N, [:: y])).
Proof.
elim: n => [|n IH].
  rewrite E_ret big_ord0 mul0r add0r expr0 mul1r /= E_bind E_draw.
  by apply: eq_bigr => y _; rewrite E_ret.
rewrite E_iidS; set r := E (iid q n) _ in IH.
transitivity (\sum_x (kept_one p q x * F (1%N, [:: x]) + (q x - kept_one p q x) * r)).
  apply: eq_bigr => x _; rewrite -(kept_oneE x).
  set a := Num.min 1 _; rewrite (eq_E _ (g := fun xs => a * F (1%N, [:: x]) + (1 - a) * E (k_seq_verify p q xs) F)).
    by rewrite E_add E_const (proj2 (iid_law _ dq)) mul1r E_scale -/r mulrDr !mulrA mulrBr mulr1.
  by move=> xs; rewrite /= E_bind E_flip E_ret.
rewrite big_split /= -mulr_suml sumrB (proj2 dq) -/(beta p q) IH big_ord_recl expr0.
rewrite [in RHS]mulrDl mul1r -addrA; congr (_ + _); rewrite mulrDr !mulrA -exprS; congr (_ * _ + _).
by rewrite mulr_sumr; apply: eq_bigr => i _; rewrite exprS.
Qed.
End OnePair.

Hypothesis rho_valid : forall c, valid (P c) (Q c).

Lemma k_seq_one_step c (F : V -> R) :
  E (k_seq_round c) (fun o => if o.2 is x :: _ then F x else 0) = \sum_x P c x * F x.
Proof.
rewrite E_bind E_k_seq //.
have -> : (1 - beta (P c) (Q c)) ^+ candidates = 1 - some_kept (P c) (Q c).
  by rewrite /some_kept opprB addrCA subrr addr0.
rewrite !mulr_sumr -big_split /=; apply: eq_bigr => x _.
rewrite !mulrA k_seq_recover // leftoverE // -mulrDl; congr (_ * _).
by rewrite mulrC addrCA subrr addr0.
Qed.

Theorem k_seq_normalizes : normalizes k_seq_round.
Proof.
move=> c; apply: is_law_bind_all => [|xs]; first exact: iid_law.
elim: xs => [|x xs IH] /=.
  apply: is_law_bind_all => [|y]; last exact: is_law_ret.
  exact/is_law_draw/k_seq_residual_dist.
apply: is_law_bind_all => [|[]] //.
- apply: is_law_flip; rewrite le_minr ler01 le_minl lexx /= andbT.
  by rewrite divr_ge0 ?mulr_ge0 ?(ltW rho0) //; [case: (dP c)|case: (dQ c)].
- exact: is_law_ret.
Qed.
Lemma k_seq_size c : surely (k_seq_round c) (fun o => size o.2 = 1%N).
Proof.
apply/surely_bind/surely_all; elim=> [|x xs IH] /=; apply/surely_bind/surely_all.
  by move=> y; exact: surely_ret.
by case=> //; exact: surely_ret.
Qed.
Theorem k_seq_lossless : lossless eos P k_seq_round.
Proof.
apply: rounds_lossless (one_token_emits k_seq_size).
exact: one_token_lossless k_seq_size k_seq_normalizes k_seq_one_step.
Qed.
Theorem k_seq_terminates : terminates eos k_seq_round.
Proof. exact/rounds_terminate/one_token_emits/k_seq_size. Qed.

Theorem k_seq_acceptance c : acceptance k_seq_round c = some_kept (P c) (Q c).
Proof.
rewrite /acceptance E_bind E_k_seq // [X in _ + _ * X]big1 => [|y _]; last by rewrite mulr0.
by under [X in _ * X]eq_bigr do rewrite mulr1; rewrite mulr0 addr0 mulrC some_keptE.
Qed.
End KSeq.

(* rho = number of candidates is always large enough *)
Theorem k_seq_rho_candidates (R : realFieldType) (V : finType) (p q : V -> R) k :
  is_dist p -> is_dist q -> valid k.+1 k.+1%:R p q.
Proof.
move=> dp dq; have r0 : 0 < (k.+1%:R : R) by rewrite ltr0n.
have [b0 b1] := andP (beta01 r0 dp dq).
rewrite /valid some_keptE mulrC; apply: ler_wpmul2r => //.
apply: (@le_trans _ _ (\sum_(i < k.+1) (1 : R))); last by rewrite sumr_const card_ord.
by apply: ler_sum => i _; apply: exprn_ile1; rewrite ?subr_ge0 // ler_subl_addr ler_addl.
Qed.

(* and a rho that is too small asks for a negative probability, unless no token is capped *)
Theorem k_seq_rho_too_small (R : realFieldType) (V : finType) (p q : V -> R) k (rho : R) y :
  is_dist p -> is_dist q -> 0 < rho -> ~~ valid k rho p q ->
  0 < p y -> p y <= rho * q y -> leftover k rho p q y < 0.
Proof.
move=> dp dq r0; rewrite /valid -ltNge => inv py le.
have b0 : 0 < beta rho p q.
  have [b0 _] := andP (beta01 r0 dp dq).
  rewrite lt_neqAle b0 andbT eq_sym; apply/eqP => z.
  have : kept_one rho p q y = 0.
    by apply: (psumr_eq0P _ z) => // x _; exact: kept_one_ge0.
  rewrite /kept_one min_r; last by rewrite ler_pdivr_mulr // mulrC.
  by move/eqP; rewrite mulf_eq0 invr_eq0 (gt_eqF py) (gt_eqF r0).
rewrite /leftover subr_lt0 /kept_one min_r; last by rewrite ler_pdivr_mulr // mulrC.
rewrite -mulrA -[X in X < _]mulr1 ltr_pmul2l // mulrC ltr_pdivl_mulr // mul1r.
by rewrite ltr_pdivl_mulr.
Qed.
