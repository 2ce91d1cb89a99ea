(* slem, slrs, slrs-thinned: the draft is text.

   [draft c] is the law of a whole draft at the committed context c, of any type:
   a list of drafter tokens, with its stopping rule and its private coins.  [retok c a]
   is the word of target tokens that the draft is turned into, by any map.  For slem it
   may be wrong in any way; for slrs everything rests on psi being its exact law. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* ---- slem: keep the longest run that equals the target's own draws ---- *)
Section ExactMatch.
Variables (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R).
Hypothesis dP : forall c, is_dist (P c).
Let never : pred V := fun _ => false.

Definition exact_match c x : wl R (option V) :=
  bind (draw (P c)) (fun y => ret R (if y == x then None else Some y)).

Lemma exact_match_law c x : is_law (exact_match c x).
Proof. by apply: is_law_bind_all => [|y]; [exact: is_law_draw|exact: is_law_ret]. Qed.

Lemma drafted_any c (xs : seq V) : drafted never (fun _ => false) c xs.
Proof. by elim: xs c => //= x xs IH c; exact: IH. Qed.

Lemma exact_match_verify_law c xs : is_law (verify never P exact_match c xs).
Proof.
apply: (@verify_law _ _ never (fun _ => false)) (drafted_any c xs) => // d x _.
exact: exact_match_law.
Qed.

(* right for each proposed word, not only on average *)
Lemma exact_match_any_proposal c xs n (f : seq V -> R) :
  E (verify never P exact_match c xs) (fun o => E (complete never P n c o.2) f)
  = E (target never P n c) f.
Proof.
have zero d ys (h : seq V -> R) : E (verify never P exact_match d ys)
    (fun o => E (complete never P 0 d o.2) h) = E (target never P 0 d) h.
  rewrite (eq_E _ (g := fun=> h [::])) => [|o]; last exact: E_complete0.
  by rewrite E_const (proj2 (exact_match_verify_law _ _)) mul1r /= E_ret.
elim: xs c n f => [|x xs IH] c [|n] f //; first exact: E_verify_nil.
rewrite E_verify_cons E_bind E_draw E_targetS; apply: eq_bigr => y _; congr (_ * _).
rewrite E_ret; case: eqVneq => [->|_] //.
rewrite E_complete_cons complete_nil /= -(IH _ n); apply: eq_E => o.
by rewrite -[LHS]/(E (complete never P n.+1 c (x :: o.2)) f) E_complete_cons.
Qed.

Variables (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V).
Hypothesis dD : forall c, is_law (draft c).

Definition slem_round : round R V :=
  fun c => bind (draft c) (fun a => verify never P exact_match c (retok c a)).

Theorem slem_normalizes : normalizes slem_round.
Proof. by move=> c; apply: is_law_bind_all => // a; exact: exact_match_verify_law. Qed.
Lemma slem_emits : emits slem_round.
Proof. by move=> c; apply/surely_bind/surely_all => a; exact: verify_emits. Qed.
Theorem slem_lossless : lossless eos P slem_round.
Proof.
apply: rounds_lossless slem_emits; apply: one_round_cut => // c n f.
rewrite E_bind (eq_E _ (g := fun=> E (target never P n c) f)) => [|a].
  by rewrite E_const (proj2 (dD c)) mul1r.
exact: exact_match_any_proposal.
Qed.
Theorem slem_terminates : terminates eos slem_round.
Proof. exact/rounds_terminate/slem_emits. Qed.

(* the law of the first proposed token *)
Definition first_psi c x := E (draft c) (fun a => (ohead (retok c a) == Some x)%:R).

Lemma sum_ohead (o : option V) (F : V -> R) :
  \sum_x F x * (o == Some x)%:R = if o is Some x then F x else 0.
Proof.
case: o => [x|]; last by rewrite big1 // => x _; rewrite mulr0.
rewrite (bigD1 x) //= eqxx mulr1 big1 ?addr0 // => y ny.
by rewrite (_ : (Some x == Some y) = false) ?mulr0 //; apply/eqP => -[e]; rewrite e eqxx in ny.
Qed.

Theorem slem_acceptance c :
  acceptance slem_round c = \sum_x P c x * first_psi c x.
Proof.
under [RHS]eq_bigr do rewrite -E_scale.
rewrite -E_sum /acceptance E_bind; apply: eq_E => a; rewrite sum_ohead.
case: (retok c a) => [|x xs]; first by rewrite E_bind E_draw big1 // => y _; rewrite E_ret mulr0.
rewrite E_verify_cons E_bind E_draw (bigD1 x) //= big1 => [|y ny]; last first.
  by rewrite E_ret (negbTE ny) mulr0.
by rewrite E_ret eqxx /= addr0 [E _ _](proj2 (exact_match_verify_law _ _)) mulr1.
Qed.
End ExactMatch.

(* ---- slrs: one token a round, verified with the exact law of the proposal ---- *)
Section SLRS.
Variables (R : realFieldType) (V : finType).

(* No proposal (None) is a rejection.  [reject] is the law drawn after a rejection. *)
Definition string_verify (p psi reject : V -> R) (o : option V) : wl R (nat * seq V) :=
  let rejected := bind (draw reject) (fun y => ret R (0%N, [:: y])) in
  if o is Some x then
    bind (flip (accept p psi x)) (fun b => if b then ret R (1%N, [:: x]) else rejected)
  else rejected.

(* thinning: draw y from p, keep it with probability max(0, 1 - psi/p), else redraw *)
Definition keep (p psi : V -> R) y := Num.max 0 (1 - psi y / p y).
Definition thinned (p k : V -> R) : V -> R :=
  let z := \sum_y p y * k y in if z == 0 then p else fun y => p y * k y / z.

Lemma thinnedE (p psi : V -> R) : nonneg p -> nonneg psi ->
  thinned p (keep p psi) =1 correction p psi.
Proof.
move=> p0 s0 x; have e y : p y * keep p psi y = excess p psi y.
  rewrite /keep /excess; have [->|n] := eqVneq (p y) 0.
    by rewrite mul0r sub0r; apply/esym/max_r; rewrite oppr_le0.
  rewrite maxr_pmulr // mulr0 mulrBr mulr1 [p y * (_ / _)]mulrC divfK //; exact: maxC.
rewrite /thinned /correction (eq_bigr _ (fun y _ => e y)) -/(excess_mass p psi).
by case: eqP => // _; rewrite e.
Qed.

Variables (eos : pred V) (P : seq V -> V -> R) (A : Type).
Variables (draft : seq V -> wl R A) (first : seq V -> A -> option V).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dD : forall c, is_law (draft c).

(* the exact push-forward of the draft under the map to its first target token *)
Definition psi c x := E (draft c) (fun a => (first c a == Some x)%:R).

Definition slrs_round : round R V := fun c => bind (draft c) (fun a =>
  string_verify (P c) (psi c) (correction (P c) (psi c)) (first c a)).
Definition slrs_thinned_round : round R V := fun c => bind (draft c) (fun a =>
  string_verify (P c) (psi c) (thinned (P c) (keep (P c) (psi c))) (first c a)).

Lemma psi_ge0 c : nonneg (psi c).
Proof. by move=> x; apply: E_ge0 => [|a]; [case: (dD c)|rewrite ler0n]. Qed.

Lemma E_by_token c (G : V -> R) r :
  E (draft c) (fun a => if first c a is Some x then G x else r)
  = \sum_x psi c x * (G x - r) + r.
Proof.
transitivity (E (draft c) (fun a => \sum_x (G x - r) * (first c a == Some x)%:R + r)).
  by apply: eq_E => a; rewrite sum_ohead; case: (first c a) => [x|]; rewrite ?subrK ?add0r.
rewrite E_add E_const (proj2 (dD c)) mul1r; congr (_ + _).
by rewrite E_sum; apply: eq_bigr => x _; rewrite E_scale mulrC.
Qed.

Lemma psi_le1 c : \sum_x psi c x <= 1.
Proof.
rewrite /psi -E_sum -[X in _ <= X](proj2 (dD c)); apply: E_le => [|a]; first by case: (dD c).
under eq_bigr do rewrite -[_%:R]mul1r.
by rewrite sum_ohead; case: (first c a); rewrite ?lexx ?ler01.
Qed.

Lemma string_verify_law c rej o : is_dist rej ->
  is_law (string_verify (P c) (psi c) rej o).
Proof.
move=> dr; have l : is_law (bind (draw rej) (fun y => ret R (0%N, [:: y]))).
  by apply: is_law_bind_all => [|y]; [exact: is_law_draw|exact: is_law_ret].
case: o => [x|] //=; apply: is_law_bind_all => [|[]] //; last exact: is_law_ret.
by apply/is_law_flip/accept01; [case: (dP c)|exact: psi_ge0].
Qed.

Lemma string_verify_emits p q rej o :
  surely (string_verify p q rej o) (fun o => o.2 <> [::]).
Proof.
have s : surely (bind (draw rej) (fun y => ret R (0%N, [:: y]))) (fun o => o.2 <> [::]).
  by apply/surely_bind/surely_all => y; exact: surely_ret.
case: o => [x|] //=; apply/surely_bind/surely_all => -[] //; exact: surely_ret.
Qed.

Lemma E_string_verify p q rej o F : E (string_verify p q rej o) F =
  let r := \sum_y rej y * F (0%N, [:: y]) in
  if o is Some x then accept p q x * F (1%N, [:: x]) + (1 - accept p q x) * r else r.
Proof.
have e : E (bind (draw rej) (fun y => ret R (0%N, [:: y]))) F = \sum_y rej y * F (0%N, [:: y]).
  by rewrite E_bind E_draw; apply: eq_bigr => y _; rewrite E_ret.
case: o => [x|] //=; by rewrite E_bind E_flip E_ret e.
Qed.

Theorem slrs_normalizes : normalizes slrs_round.
Proof.
move=> c; apply: is_law_bind_all => // a.
exact/string_verify_law/correction_dist.
Qed.

Lemma slrs_emits : emits slrs_round.
Proof. by move=> c; apply/surely_bind/surely_all => a; exact: string_verify_emits. Qed.

Lemma slrs_one_step c (F : V -> R) :
  E (slrs_round c) (fun o => if o.2 is x :: _ then F x else 0) = \sum_x P c x * F x.
Proof.
rewrite -(one_step F (dP c) (psi_ge0 c)) E_bind.
set r := \sum_y correction _ _ y * F y.
rewrite (eq_E _ (g := fun a => if first c a is Some x
   then accept (P c) (psi c) x * F x + (1 - accept (P c) (psi c) x) * r else r)); last first.
  by move=> a; rewrite E_string_verify; case: (first c a).
rewrite E_by_token.
have e x : psi c x * (accept (P c) (psi c) x * F x + (1 - accept (P c) (psi c) x) * r - r)
  = psi c x * accept (P c) (psi c) x * F x - psi c x * accept (P c) (psi c) x * r.
  rewrite -!mulrA -mulrBr; congr (_ * _).
  by rewrite mulrBl mul1r addrA addrAC addrK.
rewrite (eq_bigr _ (fun x _ => e x)) sumrB -mulr_suml acceptance_rate //.
- by rewrite mulrBl mul1r -addrA [- _ + _]addrC.
- by case: (dP c).
- exact: psi_ge0.
Qed.

Theorem slrs_lossless : lossless eos P slrs_round.
Proof.
apply: rounds_lossless slrs_emits.
apply: one_round_from_succ => [|c n f]; first exact: slrs_normalizes.
rewrite E_targetS -slrs_one_step; apply: eq_E_surely.
apply/surely_bind/surely_all => a; set p := P c; set q := psi c.
have s : surely (bind (draw (correction p q)) (fun y => ret R (0%N, [:: y])))
  (fun o => E (complete eos P n.+1 c o.2) f =
   (if o.2 is x :: _ then E (complete eos P n.+1 c [:: x]) f else 0)).
  by apply/surely_bind/surely_all => y; exact: surely_ret.
case: (first c a) => [x|] //=; apply/surely_bind/surely_all => -[] //; exact: surely_ret.
Qed.

Theorem slrs_terminates : terminates eos slrs_round.
Proof. exact/rounds_terminate/slrs_emits. Qed.

Theorem slrs_acceptance c : acceptance slrs_round c = overlap (P c) (psi c).
Proof.
rewrite /acceptance E_bind -acceptance_rate; [|by case: (dP c)|exact: psi_ge0].
rewrite (eq_E _ (g := fun a => if first c a is Some x then accept (P c) (psi c) x else 0)).
  by rewrite E_by_token addr0; apply: eq_bigr => x _; rewrite subr0.
move=> a; rewrite E_string_verify /= big1 => [|y _]; last by rewrite mulr0.
by case: (first c a) => [x|] //; rewrite mulr1 mulr0 addr0.
Qed.

(* slrs-thinned is the same program in law *)
Lemma slrs_thinned_same c f : E (slrs_thinned_round c) f = E (slrs_round c) f.
Proof.
rewrite !E_bind; apply: eq_E => a; rewrite !E_string_verify.
under [in LHS]eq_bigr do rewrite (thinnedE (proj1 (dP c)) (@psi_ge0 c)).
by [].
Qed.

Theorem slrs_thinned_normalizes : normalizes slrs_thinned_round.
Proof.
move=> c; apply: is_law_bind_all => // a; apply: string_verify_law.
case: (correction_dist (psi c) (dP c)) => r0 r1.
have e := thinnedE (proj1 (dP c)) (@psi_ge0 c).
by split=> [y|]; [rewrite e; exact: r0|rewrite (eq_bigr _ (fun y _ => e y))].
Qed.
Lemma slrs_thinned_emits : emits slrs_thinned_round.
Proof. by move=> c; apply/surely_bind/surely_all => a; exact: string_verify_emits. Qed.
Theorem slrs_thinned_lossless : lossless eos P slrs_thinned_round.
Proof.
apply: (rounds_lossless _ slrs_thinned_emits) => c n f.
by rewrite slrs_thinned_same (proj1 slrs_lossless).
Qed.
Theorem slrs_thinned_terminates : terminates eos slrs_thinned_round.
Proof. exact/rounds_terminate/slrs_thinned_emits. Qed.
Theorem slrs_thinned_acceptance c :
  acceptance slrs_thinned_round c = overlap (P c) (psi c).
Proof. by rewrite -slrs_acceptance /acceptance slrs_thinned_same. Qed.
End SLRS.

(* slem never keeps the first token more often than slrs *)
Section Dominates.
Variables (R : realFieldType) (V : finType) (P : seq V -> V -> R) (A : Type).
Variables (draft : seq V -> wl R A) (retok : seq V -> A -> seq V).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dD : forall c, is_law (draft c).
Theorem slrs_dominates c :
  acceptance (slem_round P draft retok) c
  <= acceptance (slrs_round P draft (fun c a => ohead (retok c a))) c.
Proof.
rewrite slem_acceptance // slrs_acceptance //.
pose h c a := ohead (retok c a).
apply: exact_match_le_overlap => //; [exact: (psi_ge0 h dD)|exact: (psi_le1 h dD)].
Qed.
End Dominates.

(* The loop behind thinning, as the sampler runs it: after at most n draws it has
   answered y with probability thinned(y) (1 - (1 - kappa)^n), where kappa is the
   probability that one draw is kept: the residual law, reached geometrically. *)
Section ThinningLoop.
Variables (R : realFieldType) (V : finType) (p k : V -> R).
Hypothesis dp : is_dist p.
Hypothesis k01 : forall y, 0 <= k y <= 1.
Fixpoint redraw n : wl R (option V) :=
  if n is m.+1 then
    bind (draw p) (fun y => bind (flip (k y)) (fun b => if b then ret R (Some y) else redraw m))
  else ret R None.
Let kappa := \sum_y p y * k y.

Theorem thinning_loop n y :
  Pr (redraw n) (Some y) = thinned p k y * (1 - (1 - kappa) ^+ n).
Proof.
have [z|nz] := eqVneq kappa 0.
  rewrite z subr0 expr1n subrr mulr0 /Pr.
  have pk x : p x * k x = 0.
    apply: (psumr_eq0P _ z) => // x' _; rewrite mulr_ge0 //; first by case: dp.
    by case/andP: (k01 x').
  elim: n => [|n IH] /=; first by rewrite E_ret.
  rewrite E_bind E_draw big1 // => x _; rewrite E_bind E_flip E_ret IH mulr0 addr0.
  by rewrite mulrA pk mul0r.
rewrite /thinned -/kappa (negbTE nz) /Pr; elim: n => [|n IH] /=.
  by rewrite E_ret expr0 subrr mulr0.
rewrite E_bind E_draw; set T := E (redraw n) _ in IH *.
transitivity (\sum_x (p x * k x * (x == y)%:R + (p x - p x * k x) * T)).
  by apply: eq_bigr => x _; rewrite E_bind E_flip E_ret -/T mulrDr !mulrA mulrBr mulr1.
rewrite big_split /= -mulr_suml sumrB (proj2 dp) -/kappa (bigD1 y) //= eqxx mulr1.
rewrite big1 ?addr0 => [|x /negbTE->]; last by rewrite mulr0.
rewrite IH mulrCA -{1}(divfK nz (p y * k y)) -mulrDr; congr (_ * _).
by rewrite exprS mulrBr mulr1 addrA [kappa + _]addrC subrK.
Qed.
End ThinningLoop.
