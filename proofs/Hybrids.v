(* slrs-hybrid and slrs-pair: text and tokens of one draft together.

   slrs-hybrid proposes one word of the draft, by one map: the run of drafted tokens that
   the target has, if there is one, else the retokenised text.  So it is slrs-multi with
   that map, but a kept stop token ends the round.

   slrs-pair proposes two tokens of one draft for one position, by any two maps.  They
   are correlated: rejecting the first tells something of the second, whose law is taken
   given that rejection. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block Speculative Strings Multi Candidates.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* ---- slrs-hybrid ---- *)
Section Hybrid.
Variables (R : realFieldType) (V : finType) (D : Type) (eos : pred V) (P : seq V -> V -> R).
(* [same d]: the target token that the drafter token d is, if any *)
Variables (same : D -> option V) (draft : seq V -> wl R (seq D)).
Variables (retok : seq V -> seq D -> seq V).

Fixpoint shared_run (a : seq D) : seq V :=
  if a is d :: a' then if same d is Some x then x :: shared_run a' else [::] else [::].
Definition shared_else_text c a := if shared_run a is x :: s then x :: s else retok c a.

(* nothing is kept or emitted behind a stop token *)
Definition stop_at (o : nat * seq V) : nat * seq V :=
  (minn o.1 (size (cut eos o.2)), cut eos o.2).
Definition slrs_hybrid_round : round R V := fun c =>
  bind (slrs_multi_round P draft shared_else_text c) (fun o => ret R (stop_at o)).

Lemma cut_nonempty (s : seq V) : s <> [::] -> (0 < size (cut eos s))%N.
Proof. by case: s => // x s _; rewrite cut_cons. Qed.

Lemma complete_of_cut n c s f :
  E (complete eos P n c (cut eos s)) f = E (complete eos P n c s) f.
Proof.
elim: n c s f => [|n IH] c [|x s] f; rewrite ?E_complete0 //.
by rewrite cut_cons !E_complete_cons; case: (eos x) => //; exact: IH.
Qed.

Lemma slrs_hybrid_emits : emits slrs_hybrid_round.
Proof.
move=> c; apply: surely_bind; apply: sub_surely (slrs_multi_emits P draft shared_else_text c).
by move=> o /cut_nonempty h; apply: surely_ret; move: h; rewrite /=; case: (cut eos o.2).
Qed.
Theorem slrs_hybrid_terminates : terminates eos slrs_hybrid_round.
Proof. exact/rounds_terminate/slrs_hybrid_emits. Qed.

Hypothesis dP : forall c, is_dist (P c).
Hypothesis dD : forall c, is_law (draft c).

Theorem slrs_hybrid_normalizes : normalizes slrs_hybrid_round.
Proof.
move=> c; apply: is_law_bind_all => [|o]; last exact: is_law_ret.
exact: slrs_multi_normalizes.
Qed.
Theorem slrs_hybrid_lossless : lossless eos P slrs_hybrid_round.
Proof.
apply: (rounds_lossless _ slrs_hybrid_emits) => c n f.
rewrite -(proj1 (slrs_multi_lossless eos shared_else_text dP dD) c n f) E_bind.
by apply: eq_E => o; rewrite E_ret complete_of_cut.
Qed.
Theorem slrs_hybrid_acceptance c :
  acceptance slrs_hybrid_round c = overlap (P c) (fun x => Psi draft shared_else_text c [:: x]).
Proof.
rewrite -slrs_multi_acceptance // /acceptance E_bind; apply: eq_E_surely.
apply: sub_surely (slrs_multi_emits P draft shared_else_text c) => o /cut_nonempty h.
by rewrite E_ret /= leq_min h andbT.
Qed.
End Hybrid.

(* slrs-hybrid keeps its first token at least as often as union keeps its first draft *)
Section HybridDominates.
Variables (R : realFieldType) (V : finType) (eos T D : pred V) (P Q : seq V -> V -> R) (g : nat).
Hypothesis P0 : forall c, nonneg (P c).
Hypothesis Q0 : forall c, nonneg (Q c).
Hypothesis P1 : forall c, mass_on (P c) T = 1.
Hypothesis Q1 : forall c, mass_on (Q c) D = 1.
Definition in_both (x : V) := if T x && D x then Some x else None.
Variables (draft : seq V -> wl R (seq V)) (retok : seq V -> seq V -> seq V).
Hypothesis dD : forall c, is_law (draft c).
Hypothesis first_draft : forall c x, E (draft c) (fun a => (ohead a == Some x)%:R) = Q c x.

Theorem slrs_hybrid_dominates c : (0 < g)%N ->
  acceptance (union_round eos T D P Q g) c
  <= acceptance (slrs_hybrid_round eos (PT T P) in_both draft retok) c.
Proof.
move=> g0; rewrite union_acceptance // slrs_hybrid_acceptance //; last exact: PT_dist.
rewrite big_mkcond /=; apply: ler_sum => x _; rewrite /PT /extend.
have psi0 : 0 <= Psi draft (shared_else_text in_both retok) c [:: x] by exact: Psi_ge0.
case: (boolP (T x && D x)) => [/andP[Tx Dx]|_]; last first.
  by rewrite le_minr psi0 andbT; case: (T x) => //; exact: P0.
rewrite Tx le_minr !le_minl lexx /=; apply/orP; right.
rewrite -first_draft; apply: E_le => [|[|y a]]; [by case: (dD c)|by rewrite ler0n|].
rewrite ler_nat /shared_else_text /= /in_both; case: eqP => // -[->].
by rewrite Tx Dx /= eqxx prefix0s.
Qed.
End HybridDominates.

(* ---- slrs-pair ---- *)
Section Pair.
Variables (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R).
Variables (A : Type) (draft : seq V -> wl R A) (first second : seq V -> A -> option V).

(* p is the target's law, q the law of the first candidate *)
Definition kept_first (p q : V -> R) (o : option V) := if o is Some x then accept p q x else 0.
(* the second candidate is y, and the first is missing or rejected *)
Definition given_rejected c y := E (draft c) (fun a =>
  (1 - kept_first (P c) (psi draft first c) (first c a)) * (second c a == Some y)%:R).

(* where both residuals are empty nothing is drawn; p keeps it a law *)
Definition pair_correction (p e l : V -> R) : V -> R :=
  if excess_mass e l == 0 then p else residual e l.
Definition pair_verify (p q l : V -> R) (o o' : option V) : wl R (nat * seq V) :=
  let next := string_verify (excess p q) l (pair_correction p (excess p q) l) o' in
  if o is Some x then bind (flip (accept p q x)) (fun b => if b then ret R (1%N, [:: x]) else next)
  else next.
Definition slrs_pair_round : round R V := fun c => bind (draft c) (fun a =>
  pair_verify (P c) (psi draft first c) (given_rejected c) (first c a) (second c a)).

Lemma pair_verify_size p q l o o' : surely (pair_verify p q l o o') (fun o => size o.2 = 1%N).
Proof.
have s r : surely (bind (draw r) (fun y => ret R (0%N, [:: y] : seq V))) (fun o => size o.2 = 1%N).
  by apply/surely_bind/surely_all => y; exact: surely_ret.
have n : surely (string_verify (excess p q) l (pair_correction p (excess p q) l) o')
    (fun o => size o.2 = 1%N).
  by case: o' => [y|] //=; apply/surely_bind/surely_all => -[] //; exact: surely_ret.
by case: o => [x|] //=; apply/surely_bind/surely_all => -[] //; exact: surely_ret.
Qed.
Lemma slrs_pair_size c : surely (slrs_pair_round c) (fun o => size o.2 = 1%N).
Proof. by apply/surely_bind/surely_all => a; exact: pair_verify_size. Qed.
Theorem slrs_pair_terminates : terminates eos slrs_pair_round.
Proof. exact/rounds_terminate/one_token_emits/slrs_pair_size. Qed.

Hypothesis dP : forall c, is_dist (P c).
Hypothesis dD : forall c, is_law (draft c).

Section At.
Variable c : seq V.
Let p := P c.
Let q := psi draft first c.
Let e := excess p q.
Let l := given_rejected c.
Let kept a := kept_first p q (first c a).

Lemma q_ge0 : nonneg q. Proof. exact: psi_ge0. Qed.
Lemma p_ge0 : nonneg p. Proof. by case: (dP c). Qed.
Lemma e_ge0 : nonneg e. Proof. by move=> x; exact: excess_ge0. Qed.
Lemma kept01 a : 0 <= kept a <= 1.
Proof.
by rewrite /kept /kept_first; case: (first c a) => [x|]; rewrite ?lexx ?ler01 // accept01 //;
  [exact: p_ge0|exact: q_ge0].
Qed.
Lemma l_ge0 : nonneg l.
Proof.
move=> y; apply: E_ge0 => [|a]; first by case: (dD c).
by rewrite mulr_ge0 ?ler0n // subr_ge0; case/andP: (kept01 a).
Qed.

Lemma pair_correction_dist : is_dist (pair_correction p e l).
Proof. by rewrite /pair_correction; case: eqVneq => [_|nz]; [exact: dP|exact: residual_dist]. Qed.

Lemma pair_verify_law o o' : is_law (pair_verify p q l o o').
Proof.
have d : is_law (bind (draw (pair_correction p e l)) (fun y => ret R (0%N, [:: y]))).
  by apply: is_law_bind_all => [|y]; [exact/is_law_draw/pair_correction_dist|exact: is_law_ret].
have n : is_law (string_verify e l (pair_correction p e l) o').
  case: o' => [y|] //=; apply: is_law_bind_all => [|[]] //; last exact: is_law_ret.
  exact: is_law_flip (accept01 _ e_ge0 l_ge0).
case: o => [x|] //=; apply: is_law_bind_all => [|[]] //; last exact: is_law_ret.
exact: is_law_flip (accept01 _ p_ge0 q_ge0).
Qed.

(* a draft by what its candidates do: F1 x when the first is kept, F2 y when the second is, r else *)
Lemma E_pair (F : nat * seq V -> R) :
  let r := \sum_y pair_correction p e l y * F (0%N, [:: y]) in
  E (slrs_pair_round c) F =
  \sum_x Num.min (p x) (q x) * F (1%N, [:: x])
  + \sum_y Num.min (e y) (l y) * F (1%N, [:: y]) + excess_mass e l * r.
Proof.
set r := \sum_y _; rewrite /= E_bind.
pose S y := accept e l y * (F (1%N, [:: y]) - r).
have one o o' : E (pair_verify p q l o o') F =
    (if o is Some x then accept p q x * F (1%N, [:: x]) else 0)
    + ((1 - kept_first p q o) * r
       + \sum_y S y * ((1 - kept_first p q o) * (o' == Some y)%:R)).
  have n : E (string_verify e l (pair_correction p e l) o') F
      = r + \sum_y S y * (o' == Some y)%:R.
    rewrite E_string_verify sum_ohead -/r; case: o' => [y|]; rewrite ?addr0 //.
    by rewrite /S mulrBr mulrBl mul1r addrCA.
  have m k : k * r + \sum_y S y * (k * (o' == Some y)%:R)
      = k * (r + \sum_y S y * (o' == Some y)%:R).
    by rewrite mulrDr [X in _ = _ + X]mulr_sumr; congr (_ + _); apply: eq_bigr => y _; rewrite mulrCA.
  rewrite m -n; case: o => [x|] /=; last by rewrite subr0 mul1r add0r.
  by rewrite E_bind E_flip E_ret.
rewrite (eq_E _ (fun a => one (first c a) (second c a))) E_add.
have -> : E (draft c) (fun a => if first c a is Some x then accept p q x * F (1%N, [:: x]) else 0)
    = \sum_x Num.min (p x) (q x) * F (1%N, [:: x]).
  rewrite E_by_token // addr0; apply: eq_bigr => x _.
  by rewrite subr0 mulrA draft_accept //; [exact: p_ge0|exact: q_ge0].
rewrite -addrA; congr (_ + _).
rewrite E_add E_scaler E_sum.
have -> : E (draft c) (fun a => 1 - kept a) = excess_mass p q.
  rewrite E_sub [E _ _](proj2 (dD c)) excess_massE; last by case: (dP c).
  congr (_ - _); rewrite -acceptance_rate; [|exact: p_ge0|exact: q_ge0].
  rewrite (E_by_token first dD c (accept p q) 0) addr0.
  by apply: eq_bigr => x _; rewrite subr0.
have -> : excess_mass p q = excess_mass e l + overlap e l.
  by rewrite [excess_mass e l]excess_mass_gen subrK.
rewrite mulrDl addrAC [in RHS]addrC -addrA; congr (_ + _).
rewrite /overlap mulr_suml -big_split /=; apply: eq_bigr => y _.
rewrite E_scale -/(given_rejected c y) -/l /S mulrAC [accept _ _ _ * _]mulrC.
rewrite draft_accept; [|exact: e_ge0|exact: l_ge0].
by rewrite -mulrDr subrK.
Qed.
End At.

Theorem slrs_pair_normalizes : normalizes slrs_pair_round.
Proof. by move=> c; apply: is_law_bind_all => // a; exact: pair_verify_law. Qed.

Lemma slrs_pair_one_step c (F : V -> R) :
  E (slrs_pair_round c) (fun o => if o.2 is x :: _ then F x else 0) = \sum_x P c x * F x.
Proof.
rewrite E_pair /=; set e := excess _ _; set l := given_rejected c.
have -> : excess_mass e l * (\sum_y pair_correction (P c) e l y * F y)
    = \sum_y excess e l y * F y.
  rewrite mulr_sumr; apply: eq_bigr => y _; rewrite mulrA; congr (_ * _).
  rewrite -[RHS]residual_recover /pair_correction.
  by case: eqVneq => [z|//]; rewrite z !mul0r.
rewrite -!big_split /=; apply: eq_bigr => x _; rewrite -!mulrDl -addrA min_excess.
by rewrite /e min_excess.
Qed.

Theorem slrs_pair_lossless : lossless eos P slrs_pair_round.
Proof.
apply: rounds_lossless (one_token_emits slrs_pair_size).
exact: one_token_lossless slrs_pair_size slrs_pair_normalizes slrs_pair_one_step.
Qed.

Theorem slrs_pair_acceptance c : acceptance slrs_pair_round c =
  overlap (P c) (psi draft first c)
  + overlap (excess (P c) (psi draft first c)) (given_rejected c).
Proof.
rewrite /acceptance E_pair /= [X in _ + _ * X]big1 => [|y _]; last by rewrite mulr0.
rewrite mulr0 addr0 /overlap; congr (_ + _); apply: eq_bigr => x _; exact: mulr1.
Qed.

(* a second candidate never costs acceptance *)
Theorem slrs_pair_dominates c :
  acceptance (slrs_round P draft first) c <= acceptance slrs_pair_round c.
Proof.
rewrite slrs_acceptance // slrs_pair_acceptance ler_addl.
by apply: overlap_ge0; [exact: e_ge0|exact: l_ge0].
Qed.

(* no set of tokens lets more through: the bound of optimal transport for these two candidates *)
Definition outside (U : pred V) (o : option V) := if o is Some x then ~~ U x else false.
Theorem slrs_pair_bound (U : pred V) c :
  acceptance slrs_pair_round c <=
  \sum_(x | U x) P c x + E (draft c) (fun a => (outside U (first c a) || outside U (second c a))%:R).
Proof.
rewrite slrs_pair_acceptance /overlap -big_split /= (bigID U) /=; apply: ler_add.
  apply: ler_sum => x _; rewrite -[X in _ <= X](min_excess (P c) (psi draft first c) x).
  by rewrite ler_add2l le_minl lexx.
set q := psi draft first c; set l := given_rejected c.
pose k a := kept_first (P c) q (first c a).
apply: (@le_trans _ _ (E (draft c) (fun a =>
    k a * (outside U (first c a))%:R + (1 - k a) * (outside U (second c a))%:R))); last first.
  apply: E_le => [|a]; first by case: (dD c).
  have /andP[k0 k1] := kept01 c a; have n0 : 0 <= 1 - k a by rewrite subr_ge0.
  case: (outside U (first c a)); case: (outside U (second c a)) => /=;
    by rewrite ?mulr1 ?mulr0 ?addr0 ?add0r ?subrK ?[k a + _]addrC ?subrK ?ler_subl_addr ?ler_addl.
rewrite E_add.
have -> : E (draft c) (fun a => k a * (outside U (first c a))%:R)
    = \sum_(x | ~~ U x) Num.min (P c x) (q x).
  rewrite (eq_E _ (g := fun a => if first c a is Some x then accept (P c) q x * (~~ U x)%:R else 0)).
    rewrite E_by_token // addr0 [RHS]big_mkcond /=; apply: eq_bigr => x _; rewrite subr0 mulrA.
    rewrite draft_accept; [|exact: p_ge0|exact: q_ge0].
    by case: (U x); rewrite ?mulr0 ?mulr1.
  by move=> a; rewrite /k /kept_first /outside; case: (first c a) => [x|] //; rewrite mul0r.
have -> : E (draft c) (fun a => (1 - k a) * (outside U (second c a))%:R) = \sum_(x | ~~ U x) l x.
  pose G x a := (1 - k a) * ((~~ U x)%:R * (second c a == Some x)%:R).
  transitivity (\sum_x E (draft c) (G x)).
    rewrite -E_sum; apply: eq_E => a; rewrite -mulr_sumr sum_ohead /outside.
    by case: (second c a).
  rewrite [RHS]big_mkcond /=; apply: eq_bigr => x _; rewrite /G; case: (U x) => /=.
    by rewrite (eq_E _ (g := fun=> 0)) ?E_const ?mulr0 // => a; rewrite mul0r mulr0.
  by apply: eq_E => a; rewrite mul1r.
rewrite -big_split /=; apply: ler_sum => x _.
by rewrite ler_add2l le_minl lexx orbT.
Qed.
End Pair.
