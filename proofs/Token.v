(* One token of rejection sampling: p is the target's law, q the law of the proposal. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Token.
Variables (R : realFieldType) (V : finType).
Implicit Types (p q : V -> R) (x y : V).

Definition excess p q x := Num.max (p x - q x) 0.
Definition excess_mass p q := \sum_x excess p q x.
Definition overlap p q := \sum_x Num.min (p x) (q x).
Definition accept p q x := Num.min 1 (p x / q x).
Definition residual p q x := excess p q x / excess_mass p q.
Definition tv p q := 2%:R^-1 * \sum_x `|p x - q x|.

(* What is drawn after a rejection.  Where nothing can be rejected the residual is
   0/0; any law will do there because it is never drawn, and p keeps it a law. *)
Definition correction p q : V -> R :=
  if excess_mass p q == 0 then p else residual p q.

Lemma draft_accept p q x :
  nonneg p -> nonneg q -> q x * accept p q x = Num.min (p x) (q x).
Proof.
move=> p0 q0; rewrite /accept; have [->|qn0] := eqVneq (q x) 0.
  by rewrite mul0r; symmetry; apply: min_r.
have qp : 0 < q x by rewrite lt_neqAle eq_sym qn0 q0.
have [h|h] := leP (p x) (q x).
- have h1 : p x / q x <= 1 by rewrite ler_pdivr_mulr ?mul1r.
  by rewrite min_r // mulrC divfK.
- have h1 : 1 <= p x / q x by rewrite ler_pdivl_mulr ?mul1r // ltW.
  by rewrite min_l // mulr1.
Qed.

Lemma accept01 p q x : nonneg p -> nonneg q -> 0 <= accept p q x <= 1.
Proof. by move=> p0 q0; rewrite /accept le_minl lexx le_minr ler01 divr_ge0. Qed.

Lemma min_excess p q x : Num.min (p x) (q x) + excess p q x = p x.
Proof.
rewrite /excess; have [h|h] := leP (p x) (q x).
- by rewrite max_r ?addr0 // subr_le0.
- by rewrite max_l ?subr_ge0 ?(ltW h) // addrC subrK.
Qed.

Lemma excess_ge0 p q x : 0 <= excess p q x.
Proof. by rewrite /excess le_maxr lexx orbT. Qed.

Lemma excess_mass_ge0 p q : 0 <= excess_mass p q.
Proof. by apply: sumr_ge0 => x _; exact: excess_ge0. Qed.

Lemma excess_mass_gen p q : excess_mass p q = \sum_x p x - overlap p q.
Proof.
apply/eqP; rewrite eq_sym subr_eq addrC -big_split /=; apply/eqP.
by apply: eq_bigr => x _; rewrite min_excess.
Qed.

Lemma excess_massE p q : \sum_x p x = 1 -> excess_mass p q = 1 - overlap p q.
Proof. by move=> p1; rewrite excess_mass_gen p1. Qed.

Lemma overlap_le1 p q : \sum_x p x = 1 -> overlap p q <= 1.
Proof. by move=> p1; rewrite -subr_ge0 -excess_massE // excess_mass_ge0. Qed.

Lemma overlap_ge0 p q : nonneg p -> nonneg q -> 0 <= overlap p q.
Proof. by move=> p0 q0; apply: sumr_ge0 => x _; rewrite le_minr p0 q0. Qed.

Lemma residual_recover p q x :
  excess_mass p q * residual p q x = excess p q x.
Proof.
rewrite /residual; have [z|nz] := eqVneq (excess_mass p q) 0.
  rewrite z mul0r; symmetry; move: z => /eqP.
  rewrite psumr_eq0 => [|y _]; last exact: excess_ge0.
  by move/allP => /(_ x (mem_index_enum x)) /= /eqP.
by rewrite mulrC divfK.
Qed.

(* q need not sum to 1: mass that the proposer loses counts as a rejection *)
Theorem one_step_lossless p q x :
  is_dist p -> nonneg q ->
  q x * accept p q x + (1 - overlap p q) * residual p q x = p x.
Proof.
move=> [p0 p1] q0.
by rewrite draft_accept // -excess_massE // residual_recover min_excess.
Qed.

Lemma residual_dist p q :
  excess_mass p q != 0 -> is_dist (residual p q).
Proof.
move=> nz; split=> [x|].
  by rewrite divr_ge0 ?excess_ge0 ?excess_mass_ge0.
by rewrite -mulr_suml divff.
Qed.

Lemma correction_dist p q : is_dist p -> is_dist (correction p q).
Proof. by rewrite /correction; case: eqVneq => // nz _; exact: residual_dist. Qed.

(* the form every algorithm uses: F is whatever is done with the emitted token *)
Lemma one_step p q (F : V -> R) :
  is_dist p -> nonneg q ->
  \sum_x q x * accept p q x * F x + (1 - overlap p q) * (\sum_y correction p q y * F y)
  = \sum_x p x * F x.
Proof.
move=> dp q0; case: (dp) => p0 p1.
rewrite mulr_sumr -big_split /=; apply: eq_bigr => x _; rewrite mulrA -mulrDl.
congr (_ * _); rewrite /correction; case: eqVneq => [z|_]; last exact: one_step_lossless.
rewrite -excess_massE // z mul0r addr0 draft_accept //.
by rewrite -[RHS](min_excess p q) -residual_recover z mul0r addr0.
Qed.

(* no rejection mass exactly when the two laws agree *)
Lemma no_reject_iff p q : is_dist p -> is_dist q ->
  (overlap p q = 1 <-> forall x, p x = q x).
Proof.
move=> [p0 p1] [q0 q1]; split=> [o1 x|e]; last first.
  rewrite -p1; apply: eq_bigr => x _; by rewrite e minxx.
have le : forall y, 0 <= q y - Num.min (p y) (q y).
  by move=> y; rewrite subr_ge0 le_minl lexx orbT.
have le' : forall y, 0 <= p y - Num.min (p y) (q y).
  by move=> y; rewrite subr_ge0 le_minl lexx.
have s0 : \sum_y (q y - Num.min (p y) (q y)) = 0.
  by rewrite sumrB q1 -[X in _ - X]/(overlap p q) o1 subrr.
have s0' : \sum_y (p y - Num.min (p y) (q y)) = 0.
  by rewrite sumrB p1 -[X in _ - X]/(overlap p q) o1 subrr.
have a : q x - Num.min (p x) (q x) = 0 by apply: (psumr_eq0P _ s0) => // y _; exact: le.
have b : p x - Num.min (p x) (q x) = 0 by apply: (psumr_eq0P _ s0') => // y _; exact: le'.
by rewrite -[p x](subrK (Num.min (p x) (q x))) b -[q x in RHS](subrK (Num.min (p x) (q x))) a.
Qed.

Theorem acceptance_rate p q : nonneg p -> nonneg q ->
  \sum_x q x * accept p q x = overlap p q.
Proof. by move=> p0 q0; apply: eq_bigr => x _; rewrite draft_accept. Qed.

Lemma norm_sub_min (a b : R) : `|a - b| = a + b - 2%:R * Num.min a b.
Proof.
rewrite mulr_natl mulr2n; have [h|h] := leP a b.
- by rewrite ler0_norm ?subr_le0 // opprB opprD addrA [a + b]addrC addrK.
- by rewrite gtr0_norm ?subr_gt0 // opprD addrA addrK.
Qed.

Theorem overlap_tv p q : is_dist p -> is_dist q -> overlap p q = 1 - tv p q.
Proof.
move=> [_ p1] [_ q1]; rewrite /tv.
rewrite (eq_bigr _ (fun x _ => norm_sub_min (p x) (q x))).
have two : (2%:R : R) != 0 by rewrite pnatr_eq0.
rewrite sumrB big_split /= p1 q1 -mulr_sumr mulrBr mulrA mulVf // mul1r.
by rewrite opprB addrC subrK.
Qed.

(* no joint law of (proposal, output) with these marginals agrees more often *)
Theorem acceptance_optimal p q (g : V -> V -> R) :
  (forall x y, 0 <= g x y) ->
  (forall x, \sum_y g x y = q x) -> (forall y, \sum_x g x y = p y) ->
  \sum_x g x x <= overlap p q.
Proof.
move=> g0 mq mp; apply: ler_sum => x _; rewrite le_minr; apply/andP; split.
- by rewrite -mp (bigD1 x) //= ler_addl sumr_ge0.
- by rewrite -mq (bigD1 x) //= ler_addl sumr_ge0.
Qed.

Lemma dist_le1 p x : nonneg p -> \sum_y p y <= 1 -> p x <= 1.
Proof. by move=> p0; apply: le_trans; rewrite (bigD1 x) //= ler_addl sumr_ge0. Qed.

(* exact match never keeps more than rejection sampling; psi may be a sub-law *)
Theorem exact_match_le_overlap p (psi : V -> R) :
  is_dist p -> nonneg psi -> \sum_x psi x <= 1 ->
  \sum_x p x * psi x <= overlap p psi.
Proof.
move=> [p0 p1] s0 s1; apply: ler_sum => x _.
have px : p x <= 1 by apply: dist_le1 => //; rewrite p1.
by rewrite le_minr ler_pimulr ?(dist_le1 x s0 s1) //= ler_pimull.
Qed.

(* ---- the paper's Theorem 3.1, condition corrected ---- *)
Definition point_mass p := exists t, forall x, p x = (x == t)%:R.

(* drafter equal to target: exact match keeps strictly less unless p is a point mass *)
Theorem exact_match_strictly_worse p : is_dist p -> ~ point_mass p ->
  \sum_x p x * p x < overlap p p.
Proof.
move=> [p0 p1] np.
have le x : p x <= 1 by apply: dist_le1 => //; rewrite p1.
have -> : overlap p p = 1 by rewrite -p1; apply: eq_bigr => x _; rewrite minxx.
rewrite -subr_gt0 -{1}p1 -sumrB lt_neqAle eq_sym; apply/andP; split; last first.
  by apply: sumr_ge0 => x _; rewrite subr_ge0 ler_pimulr.
apply/eqP => s0; apply: np.
have z x : p x * p x = p x.
  have : p x - p x * p x = 0.
    by apply: (psumr_eq0P _ s0) => // y _; rewrite subr_ge0 ler_pimulr.
  by move/eqP; rewrite subr_eq0 => /eqP <-.
have d x : p x = 0 \/ p x = 1.
  have [->|n] := eqVneq (p x) 0; [by left|right].
  by apply: (mulfI n); rewrite z mulr1.
have [t ht] : exists t, p t != 0.
  apply/existsP; rewrite -negb_forall; apply/negP => /forallP h.
  by move: p1; rewrite big1 => [/eqP|x _]; [rewrite eq_sym oner_eq0|exact/eqP].
exists t => x; case: (d t) => [e|pt]; first by rewrite e eqxx in ht.
have [->|nx] := eqVneq x t; first by rewrite pt.
case: (d x) => // px; move: p1; rewrite (bigD1 t) //= (bigD1 x) //= pt px => /eqP.
rewrite -subr_eq0 addrC addKr paddr_eq0 ?ler01 ?sumr_ge0 // oner_eq0 //.
Qed.

Theorem exact_match_point_mass p : point_mass p -> \sum_x p x * p x = overlap p p.
Proof.
case=> t h; apply: eq_bigr => x _; rewrite minxx h.
by case: eqP; rewrite ?mulr1 ?mulr0.
Qed.
End Token.

(* ---- the shared tokens: drafting restricted to a set, renormalised ---- *)
Section Restrict.
Variables (R : realFieldType) (V : finType).
Implicit Types (p q : V -> R) (A : pred V).

Definition mass_on q A := \sum_(x | A x) q x.
Definition restrict q A x := if A x then q x / mass_on q A else 0.
(* a law on A, extended by zeros to all of V *)
Definition extend A q x := if A x then q x else 0.

Lemma mass_on_ge0 q A : nonneg q -> 0 <= mass_on q A.
Proof. by move=> q0; apply: sumr_ge0. Qed.

Lemma restrict_dist q A : nonneg q -> mass_on q A != 0 -> is_dist (restrict q A).
Proof.
move=> q0 nz; split=> [x|].
  by rewrite /restrict; case: ifP => // _; rewrite divr_ge0 ?mass_on_ge0.
rewrite -[RHS](divff nz) /mass_on mulr_suml [RHS]big_mkcond /=.
by apply: eq_bigr.
Qed.

Lemma extend_dist A q : nonneg q -> mass_on q A = 1 -> is_dist (extend A q).
Proof.
move=> q0 q1; split=> [x|]; first by rewrite /extend; case: ifP.
by rewrite -[RHS]q1 /mass_on [RHS]big_mkcond.
Qed.

Lemma overlap_extend p q (T D : pred V) : nonneg p -> nonneg q ->
  overlap (extend T p) (extend D q) = \sum_(x | T x && D x) Num.min (p x) (q x).
Proof.
move=> p0 q0; rewrite /overlap [RHS]big_mkcond /=; apply: eq_bigr => x _.
rewrite /extend; case: (T x); case: (D x) => //=.
- by rewrite min_r.
- by rewrite min_l.
- by rewrite minxx.
Qed.

(* outside A nothing could be accepted anyway: renormalising on A never hurts *)
Theorem restrict_overlap_le p q A :
  is_dist p -> is_dist q -> mass_on q A != 0 ->
  (forall x, ~~ A x -> p x = 0 \/ q x = 0) ->
  overlap p q <= overlap p (restrict q A).
Proof.
move=> [p0 p1] [q0 q1] nz off.
have m0 : 0 < mass_on q A by rewrite lt_neqAle eq_sym nz mass_on_ge0.
have m1 : mass_on q A <= 1.
  rewrite -q1 /mass_on big_mkcond /=; apply: ler_sum => x _; by case: ifP.
apply: ler_sum => x _; rewrite /restrict; case: ifPn => [_|xA].
- rewrite le_minr le_minl lexx /= le_minl; apply/orP; right.
  by rewrite ler_pdivl_mulr // ler_pimulr.
by case: (off x xA) => ->; rewrite // minxx le_minl lexx.
Qed.
End Restrict.
