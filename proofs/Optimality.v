(* slrs-block is optimal for its map from drafts to words.

   A competitor is any verifier that looks at the whole draft, keeps some number of
   proposed tokens and adds one token of its own.  If it is lossless, then for every
   word s it keeps s with probability at most
     m() = 1,   m(s x) = min(Psi(s x), m(s) p(x | s)),
   and slrs-block keeps s with exactly that probability.  So no lossless competitor
   keeps more tokens per round. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block Strings Multi.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Optimality.
Variables (R : realFieldType) (V : finType) (P : seq V -> V -> R).
Variables (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V) (c : seq V).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dD : forall c, is_law (draft c).
Let never : pred V := fun _ => false.
Let d := draft c.
Let word := retok c.
Let psi := Psi draft retok c.

(* the most that can be kept of the word s ++ t when m is the bound for s *)
Fixpoint bound_from s (m : R) (t : seq V) : R :=
  if t is x :: t' then
    bound_from (rcons s x) (Num.min (psi (rcons s x)) (m * P (c ++ s) x)) t'
  else m.
Definition bound t := bound_from [::] 1 t.

(* ---- any competitor ---- *)
Variable competitor : A -> wl R (nat * V).
Hypothesis dC : forall a, is_law (competitor a).
Definition competitor_round : wl R (nat * seq V) :=
  bind d (fun a => bind (competitor a) (fun ky => ret R (ky.1, rcons (take ky.1 (word a)) ky.2))).
Hypothesis competitor_lossless : forall n f,
  E competitor_round (fun o => E (complete never P n c o.2) f) = E (target never P n c) f.

(* probability that the proposed word starts with s and that s is kept *)
Definition keeps s := E d (fun a => E (competitor a) (fun ky =>
  ((size s <= ky.1)%N && prefix s (word a))%:R)).

(* a word no longer than s goes on behind s as the target does *)
Lemma continues s x : forall c u, (size u <= size s)%N ->
  E (complete never P (size s).+1 c u) (fun t => (t == rcons s x)%:R)
  = E (complete never P (size s).+1 c u) (fun t => (take (size s) t == s)%:R) * P (c ++ s) x.
Proof.
elim: s => [|y s IH] c' u hu.
  case: u hu => // _; rewrite !complete_nil !E_targetS cats0.
  rewrite [X in _ = X * _](eq_bigr (P c')) => [|z _]; last first.
    by rewrite E_complete_cons E_complete0 mulr1.
  rewrite (proj2 (dP c')) mul1r (bigD1 x) //= big1 ?addr0 => [|z nz].
    by rewrite E_bind !E_ret eqxx mulr1.
  by rewrite E_bind !E_ret eqseq_cons (negbTE nz) mulr0.
have step z v : (size v <= size s)%N ->
    E (complete never P (size s).+1 (rcons c' z) v) (fun t => (z :: t == rcons (y :: s) x)%:R)
    = E (complete never P (size s).+1 (rcons c' z) v)
        (fun t => (take (size (y :: s)) (z :: t) == y :: s)%:R) * P (c' ++ y :: s) x.
  move=> hv; have [->|nz] := eqVneq z y.
    rewrite (eq_E _ (g := fun t => (t == rcons s x)%:R)) => [|t]; last by rewrite eqseq_cons eqxx.
    rewrite [X in _ = X * _](eq_E _ (g := fun t => (take (size s) t == s)%:R)) => [|t]; last first.
      by rewrite /= eqseq_cons eqxx.
    by rewrite IH // cat_rcons.
  rewrite (eq_E _ (g := fun=> 0)) => [|t]; last by rewrite eqseq_cons (negbTE nz).
  rewrite [X in _ = X * _](eq_E _ (g := fun=> 0)) => [|t]; last by rewrite /= eqseq_cons (negbTE nz).
  by rewrite !E_const !mulr0 mul0r.
case: u hu => [|z u] hu; last by rewrite !E_complete_cons; exact: step.
rewrite !complete_nil ![E (target _ _ _ _) _]E_targetS mulr_suml; apply: eq_bigr => z _.
by rewrite -mulrA; congr (_ * _); rewrite !E_complete_cons; exact: (step z [::]).
Qed.

Lemma complete_long n c' u f : (n <= size u)%N -> E (complete never P n c' u) f = f (take n u).
Proof.
elim: n c' u f => [|n IH] c' [|y u] f //= h; rewrite ?E_ret //.
by rewrite E_bind (eq_E _ (g := fun t => f (y :: t))) ?IH // => t; rewrite E_ret.
Qed.

Lemma one_outcome s x w k y :
  ((size (rcons s x) <= k)%N && prefix (rcons s x) w)%:R
    - P (c ++ s) x * ((size s <= k)%N && prefix s w)%:R
  <= E (complete never P (size s).+1 c (rcons (take k w) y)) (fun t => (t == rcons s x)%:R)
    - P (c ++ s) x *
      E (complete never P (size s).+1 c (rcons (take k w) y)) (fun t => (take (size s) t == s)%:R).
Proof.
set u := rcons (take k w) y.
have [su|su] := leqP (size u) (size s).
  (* too short to contain s: nothing of s x is kept, and s x arises by continuing *)
  rewrite continues // [_ * P _ _]mulrC subrr subr_le0.
  have sw : (size (take k w) < size s)%N by move: su; rewrite /u size_rcons.
  have f t : (size s <= size t)%N -> (size t <= k)%N && prefix t w = false.
    move=> st; apply/negP => /andP[tk /size_prefix tw]; move: sw.
    by rewrite ltnNge size_take; case: ifP => _; rewrite (leq_trans st).
  by rewrite !f ?size_rcons ?leqnSn // mulr0.
rewrite !complete_long ?(leq_trans _ su) //.
have tk : take (size s) (take (size s).+1 u) = take (size s) (take k w).
  rewrite take_take // /u -cats1 take_cat; case: ltnP => // h.
  have -> : (size s - size (take k w))%N = 0%N.
    by apply/eqP; rewrite subn_eq0 -ltnS -(size_rcons (take k w) y).
  by rewrite take0 cats0 [RHS]take_oversize.
rewrite tk; have [sk|sk] := leqP (size s) k; last first.
  (* k < size s contradicts size s < size u *)
  have : (size u <= k.+1)%N by rewrite size_rcons ltnS size_take; case: ifP => // /negbT; rewrite -leqNgt.
  by move=> h; have := leq_trans su (leq_trans h sk); rewrite ltnn.
have -> : (take (size s) (take k w) == s) = prefix s w.
  by rewrite take_take // prefixE.
rewrite ler_add2r size_rcons ler_nat.
case h: (((size s).+1 <= k)%N && prefix (rcons s x) w) => //.
have /andP[k1 /prefixP[t wt]] := h.
have -> : take (size s).+1 u == rcons s x.
  have tsx : take (size s).+1 (take k w) = rcons s x.
    by rewrite take_take // wt -{1}(size_rcons s x) take_size_cat.
  rewrite /u -cats1 takel_cat ?tsx // size_take wt size_cat size_rcons.
  by case: ifP => // _; rewrite leq_addr.
by [].
Qed.

Lemma keeps_step s x : keeps (rcons s x) <= keeps s * P (c ++ s) x.
Proof.
pose f t : R := (t == rcons s x)%:R; pose g t : R := (take (size s) t == s)%:R.
have z : E competitor_round (fun o => E (complete never P (size s).+1 c o.2) f)
  - P (c ++ s) x * E competitor_round (fun o => E (complete never P (size s).+1 c o.2) g) = 0.
  rewrite !competitor_lossless -(complete_nil never P _ c) continues //.
  by rewrite mulrC subrr.
rewrite -subr_le0 -z !E_bind [keeps s * _]mulrC /keeps -!E_scale -!E_sub.
apply: E_le => [|a]; first by case: (dD c).
rewrite !E_bind -!E_scale -!E_sub; apply: E_le => [|ky]; first by case: (dC a).
by rewrite !E_ret; exact: one_outcome.
Qed.

Lemma keeps_psi s : keeps s <= psi s.
Proof.
apply: E_le => [|a]; first by case: (dD c).
rewrite -[X in _ <= X]mul1r -[X in _ <= X * _](proj2 (dC a)) -E_scaler.
apply: E_le => [|ky]; first by case: (dC a).
by rewrite mul1r ler_nat; case: (size s <= ky.1)%N.
Qed.

Theorem keeps_bounded t : keeps t <= bound t.
Proof.
have k0 s : 0 <= keeps s.
  apply: E_ge0 => [|a]; first by case: (dD c).
  by apply: E_ge0 => [|ky]; [case: (dC a)|rewrite ler0n].
rewrite -{1}[t]cat0s /bound; have : keeps [::] <= 1.
  by apply: le_trans (keeps_psi [::]) _; rewrite /psi Psi_nil.
elim: t [::] 1 => [|x t IH] s m h; first by rewrite cats0.
rewrite -cat_rcons; apply: IH; rewrite le_minr keeps_psi /=.
apply: le_trans (keeps_step s x) _; apply: ler_wpmul2r => //.
by case: (dP (c ++ s)) => p0 _; exact: p0.
Qed.

(* ---- slrs-block reaches the bound ---- *)
Definition block_keeps s := E d (fun a =>
  E (multi_block_verify P psi c 1 [::] (word a)) (fun o =>
    if o is Some t then ((size s <= t.1)%N && prefix s (word a))%:R else 0)).

Lemma block_keeps_from v s w : 0 <= w <= 1 ->
  E d (fun a => (prefix (s ++ v) (word a))%:R *
    E (multi_block_verify P psi c w s (drop (size s) (word a)))
      (fun o => if o is Some t then (size v <= t.1)%:R else 0))
  = bound_from s (psi s * w) v.
Proof.
elim: v s w => [|x v IH] s w wb.
  have := owed_law retok dP dD c s 0 (fun=> 1) 0 wb; rewrite /= E_ret mulr0 addr0 mulr1 => <-.
  by apply: eq_E => a; rewrite cats0; congr (_ * _); apply: eq_E => -[].
set p := P (c ++ s); set q := cond psi s; set w' := accept (scale w p) q x.
have w'b : 0 <= w' <= 1 by apply: (accept_scale01 retok dP dD); case/andP: wb.
have p0 : nonneg p by case: (dP (c ++ s)).
have e : psi (rcons s x) * w' = Num.min (psi (rcons s x)) (psi s * w * p x).
  have cm : psi s * q x = psi (rcons s x) := cond_mul retok dD c s x.
  rewrite -{1}cm -mulrA draft_accept; [|exact: scale_ge0 (proj1 (andP wb)) p0|exact: (cond_ge0 retok dD)].
  rewrite minr_pmulr; last exact: (Psi_ge0 retok dD).
  by rewrite cm /scale mulrA minC.
rewrite /= -e -IH //; apply: eq_E => a.
rewrite cat_rcons; case h: (prefix (s ++ x :: v) (word a)); last by rewrite !mul0r.
rewrite !mul1r; have /prefixP[t wt] := h.
have -> : drop (size s) (word a) = x :: drop (size (rcons s x)) (word a).
  by rewrite wt -{1}catA drop_size_cat // -cat_rcons -catA drop_size_cat.
rewrite (E_multi_block P); lazy beta iota zeta.
rewrite big1 => [|y _]; last by rewrite mulr0.
rewrite !mulr0 addr0.
by apply: eq_E => -[].
Qed.

Theorem block_keeps_bound t : block_keeps t = bound t.
Proof.
have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
have := block_keeps_from t [::] b1; rewrite mulr1 [psi [::]](Psi_nil retok dD) /bound => <-.
apply: eq_E => a; rewrite cat0s drop0.
case: (prefix t (word a)); rewrite ?mul1r ?mul0r.
  by apply: eq_E => -[] // ?; rewrite andbT.
rewrite (eq_E _ (g := fun=> 0)) ?E_const ?mulr0 // => -[] // ?.
by rewrite andbF.
Qed.

Theorem block_keeps_most t : keeps t <= block_keeps t.
Proof. by rewrite block_keeps_bound keeps_bounded. Qed.

(* the first proposed token is kept as often as slrs keeps it *)
Theorem slrs_block_acceptance :
  acceptance (slrs_block_round P draft retok) c = overlap (P c) (fun x => psi [:: x]).
Proof.
have one x : block_keeps [:: x] = Num.min (P c x) (psi [:: x]).
  by rewrite block_keeps_bound /bound /= mul1r cats0 minC.
rewrite /overlap; under eq_bigr do rewrite -one.
rewrite /block_keeps -E_sum /acceptance /slrs_block_round E_bind -/d -/psi.
apply: eq_E => a; rewrite -E_sum E_bind -/(word a).
case: (word a) => [|x w].
  have z F : (forall y, F (Some (0%N, [:: y])) = 0) -> F None = 0 ->
      E (multi_block_verify P psi c 1 [::] [::]) F = 0.
    move=> F1 F0; rewrite (E_multi_block P); lazy beta iota zeta.
    by rewrite F0 big1 ?mulr0 ?addr0 // => y _; rewrite F1 mulr0.
  rewrite z => [|y|]; rewrite ?E_ret //.
  by rewrite z // => [y|]; rewrite big1 // => x _; rewrite andbF.
apply: eq_E => -[t|]; rewrite E_ret /=; last by rewrite big1.
rewrite (bigD1 x) //= big1 => [|y ny]; last by rewrite (negbTE ny) andbF.
by rewrite eqxx prefix0s !andbT addr0.
Qed.

(* ---- hence the expected number of kept tokens is the largest possible ---- *)
Lemma count_below m N : (\sum_(i < N) (i < m)%:R = (minn m N)%:R :> R).
Proof.
elim: N => [|N IH]; first by rewrite big_ord0 minn0.
rewrite big_ord_recr /= IH -natrD; congr (_%:R).
case: (ltnP N m) => h; first by rewrite (minn_idPr h) addn1.
by rewrite (minn_idPl (leqW h)) addn0.
Qed.

Lemma count_kept k w N : (size w <= N)%N ->
  (minn k (size w))%:R =
  \sum_(i < N) \sum_(s : i.+1.-tuple V) ((size s <= k)%N && prefix s w)%:R :> R.
Proof.
move=> h; transitivity (\sum_(i < N) (i < minn k (size w))%:R : R).
  by rewrite count_below (minn_idPl (leq_trans (geq_minr _ _) h)).
apply: eq_bigr => i _; rewrite leq_min.
have [iw|iw] := ltnP i (size w); last first.
  rewrite andbF big1 // => s _; case: andP => // -[_ /size_prefix].
  by rewrite size_tuple leqNgt ltnS iw.
have sz : size (take i.+1 w) == i.+1 by rewrite size_takel.
rewrite andbT (bigD1 (Tuple sz)) //= big1 ?addr0 => [|s ns].
  by rewrite size_takel // prefixE size_takel // eqxx andbT.
case: andP => // -[_]; rewrite prefixE size_tuple => /eqP e.
by move: ns; rewrite -val_eqE /= e eqxx.
Qed.

Theorem slrs_block_optimal :
  E d (fun a => E (competitor a) (fun ky => (minn ky.1 (size (word a)))%:R))
  <= expected_accepted (slrs_block_round P draft retok) c.
Proof.
have [N hN] : exists N, surely d (fun a => (size (word a) <= N)%N).
  have [N h] : exists N, forall a, List.In a d -> (size (word a.2) <= N)%N.
    elim: d => [|a l [N h]]; first by exists 0%N.
    exists (maxn (size (word a.2)) N) => b /= [<-|/h]; rewrite leq_max ?leqnn //.
    by move=> ->; rewrite orbT.
  by exists N; split=> a i _; exact: h.
apply: (@le_trans _ _ (\sum_(i < N) \sum_(s : i.+1.-tuple V) keeps s)).
  rewrite le_eqVlt; apply/orP; left; apply/eqP.
  rewrite /keeps; under [RHS]eq_bigr do rewrite -E_sum.
  rewrite -E_sum; apply: eq_E_surely; apply: sub_surely hN => a ha.
  under [RHS]eq_bigr do rewrite -E_sum.
  by rewrite -E_sum; apply: eq_E => ky; exact: count_kept.
apply: (@le_trans _ _ (\sum_(i < N) \sum_(s : i.+1.-tuple V) block_keeps s)).
  by do 2![apply: ler_sum => ? _]; exact: block_keeps_most.
rewrite /expected_accepted /slrs_block_round E_bind -/d -/psi -/(word _).
rewrite /block_keeps; under eq_bigr do rewrite -E_sum.
rewrite -E_sum.
have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
rewrite (eq_E_surely (g := fun a => E (multi_block_verify P psi c 1 [::] (word a))
   (fun o => if o is Some t then (minn t.1 (size (word a)))%:R else 0))); last first.
  apply: sub_surely hN => a ha; under eq_bigr do rewrite -E_sum.
  rewrite -E_sum; apply: eq_E => -[t|]; first by rewrite (count_kept _ ha).
  by rewrite big1 // => i _; rewrite big1.
apply: E_le => [|a]; first by case: (dD c).
rewrite E_bind; apply: E_le => [|[t|]]; rewrite ?E_ret ?ler0n //.
  by case: (multi_block_law retok dP dD c [::] (word a) b1).
by rewrite ler_nat geq_minl.
Qed.
End Optimality.

(* slem keeps its first proposed token at most as often as slrs-multi *)
Section MultiDominates.
Variables (R : realFieldType) (V : finType) (P : seq V -> V -> R) (A : Type).
Variables (draft : seq V -> wl R A) (retok : seq V -> A -> seq V).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dD : forall c, is_law (draft c).
Theorem slrs_multi_dominates c :
  acceptance (slem_round P draft retok) c <= acceptance (slrs_multi_round P draft retok) c.
Proof.
have e x : Psi draft retok c [:: x] = first_psi draft retok c x.
  apply: eq_E => a; case: (retok c a) => [|y w] //=; rewrite prefix0s andbT.
  by congr (_%:R); congr nat_of_bool; apply/eqP/eqP => [->|[->]].
rewrite slem_acceptance // slrs_multi_acceptance //.
under eq_bigr do rewrite -e.
pose h c a := ohead (retok c a).
apply: exact_match_le_overlap => // [x|]; first exact: Psi_ge0.
by under eq_bigr do rewrite e; exact: (psi_le1 h dD).
Qed.
End MultiDominates.
