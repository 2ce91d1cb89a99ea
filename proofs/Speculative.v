(* autoregressive, sd, greedy-draft, union, tli: token-wise verification. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* ---- autoregressive: a round is one draw from the target ---- *)
Section Autoregressive.
Variables (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R).
Hypothesis dP : forall c, is_dist (P c).

Definition autoregressive_round : round R V :=
  fun c => bind (draw (P c)) (fun y => ret R (0%N, [:: y])).

Theorem autoregressive_normalizes : normalizes autoregressive_round.
Proof. by move=> c; apply: is_law_bind_all => [|y]; [exact: is_law_draw|exact: is_law_ret]. Qed.

Lemma autoregressive_emits : emits autoregressive_round.
Proof. by move=> c; apply/surely_bind/surely_all => y; exact: surely_ret. Qed.

Theorem autoregressive_lossless : lossless eos P autoregressive_round.
Proof.
apply: rounds_lossless autoregressive_emits.
apply: one_round_from_succ => [|c n f]; first exact: autoregressive_normalizes.
rewrite E_bind E_draw E_targetS; apply: eq_bigr => x _; congr (_ * _).
by rewrite E_ret.
Qed.

Theorem autoregressive_terminates : terminates eos autoregressive_round.
Proof. exact/rounds_terminate/autoregressive_emits. Qed.

Theorem autoregressive_acceptance c : acceptance autoregressive_round c = 0.
Proof.
rewrite /acceptance E_bind E_draw big1 // => y _.
by rewrite E_ret mulr0.
Qed.
End Autoregressive.

(* ---- sd: rejection sampling against one vocabulary ---- *)
Section SD.
Variables (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V)).
Variables (P Q : seq V -> V -> R).

Definition reject_sample c x : wl R (option V) :=
  bind (flip (accept (P c) (Q c) x)) (fun b =>
    if b then ret R None
    else bind (draw (correction (P c) (Q c))) (fun y => ret R (Some y))).

Definition sd_block_of g : round R V := block eos halt P Q reject_sample g.

Hypothesis dP : forall c, is_dist (P c).
Hypothesis dQ : forall c, ~~ halt c -> is_dist (Q c).

Lemma reject_sample_law c x : ~~ halt c -> is_law (reject_sample c x).
Proof.
move=> h; case: (dP c) (dQ h) => p0 _ [q0 _].
apply: is_law_bind_all => [|[]]; [exact/is_law_flip/accept01|exact: is_law_ret|].
by apply: is_law_bind_all => [|y]; [exact/is_law_draw/correction_dist|exact: is_law_ret].
Qed.

Lemma E_reject_sample c x F : E (reject_sample c x) F =
  accept (P c) (Q c) x * F None + (1 - accept (P c) (Q c) x) *
    \sum_y correction (P c) (Q c) y * F (Some y).
Proof.
rewrite E_bind E_flip E_ret E_bind E_draw; congr (_ + _ * _).
by apply: eq_bigr => y _; rewrite E_ret.
Qed.

Lemma reject_sample_step : step_lossless halt P Q reject_sample.
Proof.
move=> c F h; case: (dP c) (dQ h) => p0 p1 [q0 q1].
rewrite -(one_step F (dP c) q0).
set G := \sum_y correction _ _ y * F y.
transitivity (\sum_x (Q c x * accept (P c) (Q c) x * F x + (Q c x - Q c x * accept (P c) (Q c) x) * G)).
  apply: eq_bigr => x _; rewrite E_reject_sample mulrDr !mulrA; congr (_ + _).
  by rewrite mulrBr mulr1.
by rewrite big_split /= -mulr_suml sumrB q1 acceptance_rate.
Qed.

Lemma sd_of_normalizes g : normalizes (sd_block_of g).
Proof. by apply: block_normalizes => // c x; exact: reject_sample_law. Qed.

Lemma sd_of_lossless g : lossless eos P (sd_block_of g).
Proof. by apply: block_lossless => // [c x|]; [exact: reject_sample_law|exact: reject_sample_step]. Qed.

Lemma sd_of_terminates g : terminates eos (sd_block_of g).
Proof. exact: block_terminates. Qed.

Lemma sd_of_acceptance g c : ~~ halt c ->
  acceptance (sd_block_of g.+1) c = overlap (P c) (Q c).
Proof.
move=> h; case: (dP c) (dQ h) => p0 _ [q0 _].
rewrite block_acceptance // => [|d x]; last exact: reject_sample_law.
rewrite -acceptance_rate //; apply: eq_bigr => x _; congr (_ * _).
by rewrite E_reject_sample mulr1 big1 ?mulr0 ?addr0 // => y _; rewrite mulr0.
Qed.

(* nothing can be drafted: the target is asked, nothing is accepted *)
Lemma sd_of_acceptance_halt g c : halt c -> acceptance (sd_block_of g) c = 0.
Proof.
move=> h; rewrite /acceptance /sd_block_of /block E_bind.
have -> : draft eos halt Q g c = ret R [::] by case: g => [|g] //=; rewrite h.
by rewrite E_ret -/(acceptance (@autoregressive_round R V P) c) autoregressive_acceptance.
Qed.
End SD.

Section Instances.
Variables (R : realFieldType) (V : finType) (eos : pred V).
Variables (P Q : seq V -> V -> R) (g : nat).
Hypothesis dP : forall c, is_dist (P c).

Let never : pred (seq V) := fun _ => false.

(* sd *)
Section Sd.
Hypothesis dQ : forall c, is_dist (Q c).
Definition sd_round : round R V := sd_block_of eos never P Q g.

Theorem sd_normalizes : normalizes sd_round.
Proof. exact: sd_of_normalizes. Qed.
Theorem sd_lossless : lossless eos P sd_round.
Proof. exact: sd_of_lossless. Qed.
Theorem sd_terminates : terminates eos sd_round.
Proof. exact: sd_of_terminates. Qed.
End Sd.

Theorem sd_acceptance (dQ : forall c, is_dist (Q c)) c : (0 < g)%N ->
  acceptance sd_round c = overlap (P c) (Q c) /\
  acceptance sd_round c = 1 - tv (P c) (Q c).
Proof.
rewrite /sd_round; case: g => // g' _.
by rewrite sd_of_acceptance // overlap_tv.
Qed.
End Instances.

(* the expected block length when every context has the same acceptance rate *)
Section Length.
Variables (R : realFieldType) (V : finType) (P Q : seq V -> V -> R) (a : R).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dQ : forall c, is_dist (Q c).
Hypothesis rate : forall c, overlap (P c) (Q c) = a.
Let never : pred V := fun _ => false.
Theorem sd_expected_length g c :
  expected_tokens (sd_round never P Q g) c = \sum_(i < g.+1) a ^+ i.
Proof.
rewrite /expected_tokens /sd_round /sd_block_of /block.
set k := reject_sample P Q; set D := draft _ _ Q.
elim: g c => [|g IH] c.
  rewrite big_ord_recl big_ord0 expr0 addr0 E_bind E_ret E_bind E_draw.
  rewrite (eq_bigr (P c)) ?(proj2 (dP c)) // => x _; by rewrite E_ret mulr1.
have m1 g' d : mass (D g' d) = 1 by apply: draft_mass.
pose L := \sum_(i < g.+1) a ^+ i.
rewrite E_bind E_draftS; lazy beta iota.
transitivity (\sum_x Q c x * (1 + accept (P c) (Q c) x * L)).
  apply: eq_bigr => x _; congr (_ * _).
  rewrite (eq_E_surely (g := fun xs => 1 + accept (P c) (Q c) x *
     E (verify never P k (rcons c x) xs) (fun o => (size o.2)%:R))).
    by rewrite E_add E_const m1 mulr1 E_scale -E_bind IH.
  apply: sub_surely (@draft_drafted _ _ never (fun _ => false) _ g (rcons c x)) => xs d.
  rewrite E_verify_cons E_reject_sample; lazy beta iota.
  have vm : mass (verify never P k (rcons c x) xs) = 1.
    by case: (@verify_law _ _ never (fun _ => false) P k dP _ (rcons c x) xs d) => // *;
       apply: (@reject_sample_law _ _ (fun _ => false)).
  rewrite (eq_E _ (g := fun o => 1 + (size o.2)%:R)) => [|o]; last by rewrite mulrS.
  rewrite E_add E_const vm mulr1 mulrDr mulr1.
  under eq_bigr do rewrite mulr1.
  rewrite (proj2 (correction_dist (Q c) (dP c))) mulr1.
  by rewrite addrAC [accept _ _ _ + (1 - _)]addrC subrK.
under eq_bigr do rewrite mulrDr mulr1 mulrA.
rewrite big_split /= (proj2 (dQ c)) -mulr_suml acceptance_rate; [|by case: (dP c)|by case: (dQ c)].
rewrite rate [RHS]big_ord_recl expr0 /L mulr_sumr; congr (_ + _).
by apply: eq_bigr => i _; rewrite exprS.
Qed.
End Length.

(* ---- greedy-draft: the drafter proposes one token for sure ---- *)
Section Greedy.
Variables (R : realFieldType) (V : finType) (eos : pred V).
Variables (P : seq V -> V -> R) (best : seq V -> V) (g : nat).
Hypothesis dP : forall c, is_dist (P c).

(* [best] is argmax q, or any other deterministic choice *)
Definition point c x : R := (x == best c)%:R.
Definition greedy_draft_round := sd_round eos P point g.

Lemma point_dist c : is_dist (point c).
Proof.
split=> [x|]; first by rewrite ler0n.
by rewrite (bigD1 (best c)) //= /point eqxx big1 ?addr0 // => x /negbTE ->.
Qed.

Theorem greedy_draft_normalizes : normalizes greedy_draft_round.
Proof. by apply: sd_normalizes => // c; exact: point_dist. Qed.
Theorem greedy_draft_lossless : lossless eos P greedy_draft_round.
Proof. by apply: sd_lossless => // c; exact: point_dist. Qed.
Theorem greedy_draft_terminates : terminates eos greedy_draft_round.
Proof. exact: sd_terminates. Qed.
Theorem greedy_draft_acceptance c : (0 < g)%N ->
  acceptance greedy_draft_round c = P c (best c).
Proof.
move=> g0; have [-> _] := sd_acceptance eos dP point_dist c g0.
case: (dP c) => p0 p1; rewrite /overlap (bigD1 (best c)) //= /point eqxx.
rewrite min_l ?big1 ?addr0 // => [x /negbTE ->|]; first exact: min_r.
by apply: dist_le1 => //; rewrite p1.
Qed.
End Greedy.

(* ---- union and tli: target tokens T, drafter tokens D, inside one finite V ---- *)
Section Heterogeneous.
Variables (R : realFieldType) (V : finType) (eos : pred V) (T D : pred V).
Variables (P Q : seq V -> V -> R) (g : nat).
(* P c is a law on T, Q c a law on D; values outside are never looked at *)
Hypothesis P0 : forall c, nonneg (P c).
Hypothesis Q0 : forall c, nonneg (Q c).
Hypothesis P1 : forall c, mass_on (P c) T = 1.
Hypothesis Q1 : forall c, mass_on (Q c) D = 1.

Definition PT c := extend T (P c).
Definition QD c := extend D (Q c).

Lemma PT_dist c : is_dist (PT c). Proof. exact: extend_dist. Qed.
Lemma QD_dist c : is_dist (QD c). Proof. exact: extend_dist. Qed.

(* union: sd on the union of the vocabularies, laws extended by zeros *)
Definition union_round := sd_round eos PT QD g.

Theorem union_normalizes : normalizes union_round.
Proof. exact: sd_normalizes PT_dist QD_dist. Qed.
Theorem union_lossless : lossless eos PT union_round.
Proof. exact: sd_lossless PT_dist QD_dist. Qed.
Theorem union_terminates : terminates eos union_round.
Proof. exact: sd_terminates. Qed.
Theorem union_acceptance c : (0 < g)%N ->
  acceptance union_round c = \sum_(x | T x && D x) Num.min (P c x) (Q c x).
Proof.
move=> g0; have [-> _] := sd_acceptance eos PT_dist QD_dist c g0.
exact: overlap_extend.
Qed.

(* tli: the drafter restricted to the shared tokens and renormalised; where they have
   no mass nothing is drafted and the target is asked *)
Definition shared : pred V := fun x => T x && D x.
Definition no_shared_mass : pred (seq V) := fun c => mass_on (Q c) shared == 0.
Definition QS c := restrict (Q c) shared.
Definition tli_round : round R V := sd_block_of eos no_shared_mass PT QS g.

Lemma QS_dist c : ~~ no_shared_mass c -> is_dist (QS c).
Proof. exact: restrict_dist. Qed.

Theorem tli_normalizes : normalizes tli_round.
Proof. exact: sd_of_normalizes PT_dist QS_dist g. Qed.
Theorem tli_lossless : lossless eos PT tli_round.
Proof. exact: sd_of_lossless PT_dist QS_dist g. Qed.
Theorem tli_terminates : terminates eos tli_round.
Proof. exact: sd_of_terminates. Qed.
Theorem tli_acceptance c : (0 < g)%N -> ~~ no_shared_mass c ->
  acceptance tli_round c = \sum_(x | shared x) Num.min (P c x) (Q c x / mass_on (Q c) shared).
Proof.
rewrite /tli_round; case: g => // g' _ h.
rewrite (sd_of_acceptance _ PT_dist QS_dist) // /overlap [RHS]big_mkcond /=.
apply: eq_bigr => x _; rewrite /PT /QS /extend /restrict.
have [/andP[-> _]|xs] := boolP (shared x); first by [].
by rewrite min_r //; case: ifP => // _; exact: P0.
Qed.
Theorem tli_acceptance_halt c : no_shared_mass c -> acceptance tli_round c = 0.
Proof. exact: sd_of_acceptance_halt. Qed.

(* tli keeps the first draft at least as often as union *)
Theorem tli_dominates c : (0 < g)%N -> acceptance union_round c <= acceptance tli_round c.
Proof.
move=> g0; have [h|h] := boolP (no_shared_mass c); last first.
  rewrite union_acceptance // tli_acceptance //; apply: ler_sum => x xs.
  have m0 : 0 < mass_on (Q c) shared by rewrite lt_neqAle eq_sym h mass_on_ge0.
  have m1 : mass_on (Q c) shared <= 1.
    rewrite -(Q1 c) /mass_on [X in _ <= X]big_mkcond [X in X <= _]big_mkcond /=.
    apply: ler_sum => y _; rewrite /shared.
    by case: (T y); case: (D y) => //=; exact: Q0.
  rewrite le_minr le_minl lexx /= le_minl; apply/orP; right.
  by rewrite ler_pdivl_mulr // ler_pimulr //; exact: Q0.
rewrite tli_acceptance_halt // union_acceptance // big1 // => x xs.
have q0 : Q c x = 0.
  by apply: (psumr_eq0P _ (eqP h)) => // y _; exact: Q0.
by rewrite q0 min_r //; exact: P0.
Qed.
End Heterogeneous.
