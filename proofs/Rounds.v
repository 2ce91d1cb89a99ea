(* The target alone, and the step from "every round is right" to "all text is right".

   [eos] marks the stop tokens; [fun _ => false] means there are none.  A round emits a
   word; [complete] cuts it at a stop token or at the budget, and otherwise goes on
   with the target.  A round is right when its completed word has the target's law.
   The theorem of this file turns that into the law of whole generations, also for
   algorithms that carry a state from round to round. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Words.
Variables (V : finType) (eos : pred V).
Implicit Types (s t : seq V).

(* the word up to and including its first stop token *)
Definition cut s := take (find eos s).+1 s.
(* a generation is over: n tokens, or a stop token and nothing behind it *)
Definition finished n s := (cut s == s) && ((size s == n) || (has eos s && (size s <= n)%N)).

Lemma cut_cons x s : cut (x :: s) = x :: (if eos x then [::] else cut s).
Proof. by rewrite /cut /=; case: ifP => // _; rewrite take0. Qed.
Lemma cut_has s t : has eos s -> cut (s ++ t) = cut s.
Proof. by elim: s => //= x s IH; rewrite !cut_cons; case: (eos x) => //= /IH ->. Qed.
Lemma cut_hasN s t : ~~ has eos s -> cut (s ++ t) = s ++ cut t.
Proof. by elim: s => //= x s IH; rewrite cut_cons negb_or; case: (eos x) => //= /IH ->. Qed.
Lemma cut_idem s : cut (cut s) = cut s.
Proof. by elim: s => // x s IH; rewrite cut_cons; case e: (eos x); rewrite cut_cons e ?IH. Qed.
Lemma size_cut s : (size (cut s) <= size s)%N.
Proof. by rewrite /cut size_take; case: ifP => // /ltnW. Qed.
Lemma has_cut s : has eos (cut s) = has eos s.
Proof. by elim: s => // x s IH; rewrite cut_cons /=; case: (eos x). Qed.
Lemma cut_hasN_id s : ~~ has eos s -> cut s = s.
Proof. by move=> h; rewrite -[in LHS](cats0 s) cut_hasN //= cats0. Qed.
End Words.

Section Target.
Variables (R : realFieldType) (V : finType) (eos : pred V).
Notation model := (seq V -> V -> R).
Variable P : model.
Implicit Types (c s t : seq V).

(* the target alone: n tokens, fewer if a stop token comes first *)
Fixpoint target n c : wl R (seq V) :=
  if n is m.+1 then
    bind (draw (P c)) (fun x =>
      if eos x then ret R [:: x]
      else bind (target m (rcons c x)) (fun s => ret R (x :: s)))
  else ret R [::].

(* cut s, or complete it with the target, to n tokens or a stop token *)
Fixpoint complete n c s : wl R (seq V) :=
  match n, s with
  | 0, _ => ret R [::]
  | _.+1, [::] => target n c
  | m.+1, y :: s' =>
      if eos y then ret R [:: y]
      else bind (complete m (rcons c y) s') (fun t => ret R (y :: t))
  end.

Lemma complete_nil n c : complete n c [::] = target n c.
Proof. by case: n. Qed.

Lemma E_complete0 c s f : E (complete 0 c s) f = f [::].
Proof. by rewrite /= E_ret. Qed.

Lemma E_complete_cons n c y s f :
  E (complete n.+1 c (y :: s)) f =
  if eos y then f [:: y] else E (complete n (rcons c y) s) (fun t => f (y :: t)).
Proof.
rewrite /=; case: ifP => _; first by rewrite E_ret.
by rewrite E_bind; apply: eq_E => t; rewrite E_ret.
Qed.

Lemma E_targetS n c f :
  E (target n.+1 c) f = \sum_x P c x * E (complete n.+1 c [:: x]) f.
Proof.
rewrite /= E_bind E_draw; apply: eq_bigr => x _; congr (_ * _).
by case: ifP => // _; rewrite complete_nil.
Qed.

(* the readable meaning of [complete] *)
Lemma completeE n c s f :
  E (complete n c s) f =
  if has eos (take n s) || (n <= size s)%N then f (cut eos (take n s))
  else E (target (n - size s) (c ++ s)) (fun t => f (s ++ t)).
Proof.
elim: n c s f => [|n IH] c [|y s] f; rewrite ?E_complete0 ?take0 ?orbT //.
  by rewrite complete_nil /= cats0 ?subn0.
rewrite E_complete_cons [take _ _]/= [has _ _]/= cut_cons; case: (eos y) => //=.
by rewrite IH ltnS subSS cat_rcons.
Qed.

Hypothesis dP : forall c, is_dist (P c).

Lemma target_law n c : is_law (target n c).
Proof.
elim: n c => [|n IH] c /=; first exact: is_law_ret.
apply: is_law_bind_all => [|x]; first exact: is_law_draw.
case: ifP => _; first exact: is_law_ret.
by apply: is_law_bind_all => // s; exact: is_law_ret.
Qed.

Lemma target_mass n c : mass (target n c) = 1.
Proof. by case: (target_law n c). Qed.

Lemma complete_mass n c s : mass (complete n c s) = 1.
Proof.
elim: n c s => [|n IH] c [|y s]; rewrite /mass ?E_complete0 //.
  by rewrite complete_nil -/(mass _) target_mass.
by rewrite E_complete_cons; case: ifP => // _; exact: IH.
Qed.

Lemma target_finished n c : surely (target n c) (fun s => finished eos n s).
Proof.
rewrite /finished; elim: n c => [|n IH] c /=; first by apply: surely_ret.
apply: surely_bind; apply: surely_all => x; case: ifP => ex.
  by apply: surely_ret; rewrite cut_cons ex /= ex eqxx orbT.
apply: surely_bind; apply: sub_surely (IH _) => s /andP[/eqP cs h]; apply: surely_ret.
by rewrite cut_cons /= ex cs eqxx.
Qed.
End Target.

(* with stop tokens = without, then cut *)
Section Cut.
Variables (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R).
Hypothesis dP : forall c, is_dist (P c).
Let never : pred V := fun _ => false.

Lemma target_cut n c f :
  E (target eos P n c) f = E (target never P n c) (fun s => f (cut eos s)).
Proof.
elim: n c f => [|n IH] c f /=; first by rewrite !E_ret.
rewrite !E_bind !E_draw; apply: eq_bigr => x _; congr (_ * _).
rewrite E_bind; case: ifP => ex.
  rewrite E_ret (eq_E _ (g := fun=> f [:: x])) => [|s].
    by rewrite E_const target_mass // mul1r.
  by rewrite E_ret cut_cons ex.
rewrite E_bind IH; apply: eq_E => s; by rewrite !E_ret cut_cons ex.
Qed.

Lemma complete_cut n c s f :
  E (complete eos P n c s) f = E (complete never P n c s) (fun t => f (cut eos t)).
Proof.
elim: n c s f => [|n IH] c [|y s] f; rewrite ?E_complete0 //.
  by rewrite !complete_nil target_cut.
rewrite !E_complete_cons; case: ifP => ey; last first.
  by rewrite IH; apply: eq_E => t; rewrite cut_cons ey.
rewrite (eq_E _ (g := fun=> f [:: y])) => [|t]; last by rewrite cut_cons ey.
by rewrite E_const complete_mass // mul1r.
Qed.
End Cut.

(* ---- rounds that carry a state ----
   S: everything an algorithm remembers between rounds (caches, schedules, pending
   text, ...); [ctx s] is the committed context.  [reach n s] over-approximates "the
   state s, with n tokens still to come, can occur"; an enumerator instantiates it by
   the set of states it has visited.  Only steps of non-zero weight that neither stop
   nor exhaust the budget have to stay inside it. *)
Section Stateful.
Variables (R : realFieldType) (V : finType) (eos : pred V) (S : Type).
Variables (P : seq V -> V -> R) (ctx : S -> seq V) (step : S -> wl R (seq V * S)).

Fixpoint generate (rounds n : nat) (s : S) : wl R (seq V) :=
  match rounds, n with
  | r.+1, _.+1 =>
      bind (step s) (fun o =>
        if has eos (take n o.1) || (n <= size o.1)%N then ret R (cut eos (take n o.1))
        else bind (generate r (n - size o.1)%N o.2) (fun t => ret R (o.1 ++ t)))
  | _, _ => ret R [::]
  end.

Variable reach : nat -> S -> Prop.
Definition goes_on n (u : seq V) := ~~ has eos u && (size u < n)%N.

Hypothesis dP : forall c, is_dist (P c).
(* completed with target samples, one round from s has the target's law *)
Hypothesis round_lossless : forall n s f, (0 < n)%N -> reach n s ->
  E (step s) (fun o => E (complete eos P n (ctx s) o.1) f) = E (target eos P n (ctx s)) f.
Hypothesis words_nonempty : forall n s, (0 < n)%N -> reach n s ->
  surely (step s) (fun o => o.1 <> [::]).
Hypothesis stays_reachable : forall n s, (0 < n)%N -> reach n s ->
  surely (step s) (fun o => goes_on n o.1 ->
    reach (n - size o.1) o.2 /\ ctx o.2 = ctx s ++ o.1).

Theorem stateful_rounds_lossless rounds n s f : (n <= rounds)%N -> reach n s ->
  E (generate rounds n s) f = E (target eos P n (ctx s)) f.
Proof.
elim: rounds n s f => [|b IH] [|n] s f // nb rs.
rewrite -(round_lossless f _ rs) // [generate _ _ _]/= E_bind; apply: eq_E_surely; split=> w i nz.
have ne := sure (words_nonempty (ltn0Sn n) rs) i nz.
have go := sure (stays_reachable (ltn0Sn n) rs) i nz.
rewrite completeE; case: ifP => h; first by rewrite E_ret.
move/negbT: h; rewrite negb_or -ltnNge => /andP[he hs].
have [] := go; first by rewrite /goes_on hs andbT -(take_oversize (ltnW hs)).
move=> r' cx; rewrite E_bind IH //.
  by rewrite cx; apply: eq_E => t; rewrite E_ret.
case: (w.2.1) ne => // y u _; rewrite leq_subLR (leq_trans nb) //=.
by rewrite addSn ltnS leq_addl.
Qed.

Theorem stateful_rounds_terminate rounds n s : (n <= rounds)%N -> reach n s ->
  surely (generate rounds n s) (fun t => finished eos n t).
Proof.
rewrite /finished; elim: rounds n s => [|b IH] [|n] s // nb rs; try by apply: surely_ret.
rewrite [generate _ _ _]/=; apply: surely_bind; split=> w i nz.
have ne := sure (words_nonempty (ltn0Sn n) rs) i nz.
have go := sure (stays_reachable (ltn0Sn n) rs) i nz.
set u := w.2.1 in ne go *; case: ifP => h.
  apply: surely_ret; rewrite cut_idem eqxx has_cut /=.
  have [hs|hs] := boolP (has eos (take n.+1 u)).
    by rewrite (leq_trans (size_cut _ _)) ?orbT // size_take; case: ifP => // /negbT; rewrite -leqNgt.
  by rewrite cut_hasN_id // size_takel ?eqxx //; move: h; rewrite (negbTE hs).
move/negbT: h; rewrite negb_or -ltnNge => /andP[he hs].
have nu : ~~ has eos u by rewrite -(take_oversize (ltnW hs)).
have [] := go; first by rewrite /goes_on hs andbT.
move=> r' cx; apply: surely_bind.
have le : (n.+1 - size u <= b)%N.
  by case: (u) ne => // y v _; rewrite leq_subLR (leq_trans nb) //= addSn ltnS leq_addl.
apply: sub_surely (IH _ _ le r') => t /andP[/eqP ct ht]; apply: surely_ret.
rewrite cut_hasN // ct eqxx size_cat has_cat (negbTE nu) /=.
by move: ht; rewrite -(eqn_add2l (size u)) -(leq_add2l (size u)) subnKC // ltnW.
Qed.
End Stateful.

(* generation depends on a step only through its law: merging equal outcomes is free *)
Section Extensional.
Variables (R : realFieldType) (V : finType) (eos : pred V) (S : Type).
Variables (step step' : S -> wl R (seq V * S)).
Hypothesis same : forall s f, E (step s) f = E (step' s) f.
Theorem generate_ext rounds n s f :
  E (generate eos step rounds n s) f = E (generate eos step' rounds n s) f.
Proof.
elim: rounds n s f => [|b IH] [|n] s f //=; rewrite !E_bind same; apply: eq_E => o.
by case: ifP => // _; rewrite !E_bind IH.
Qed.
End Extensional.

(* ---- rounds that depend on the committed context only ----
   The result of a round is (number of proposed tokens kept, emitted word). *)
Section Algorithm.
Variables (R : realFieldType) (V : finType).
Definition round := seq V -> wl R (nat * seq V).
Variables (eos : pred V) (P : seq V -> V -> R) (r : round).

Definition step_of (c : seq V) : wl R (seq V * seq V) :=
  bind (r c) (fun o => ret R (o.2, c ++ o.2)).
(* generation of n tokens; n rounds are enough because no round is empty *)
Definition generation n c := generate eos step_of n n c.

Definition one_round_lossless := forall c n (f : seq V -> R),
  E (r c) (fun o => E (complete eos P n c o.2) f) = E (target eos P n c) f.
(* one round and every generation, from every context, have the target's law *)
Definition lossless :=
  one_round_lossless /\
  forall n c (f : seq V -> R), E (generation n c) f = E (target eos P n c) f.
(* the outcomes of a round have non-negative weights that sum to 1 *)
Definition normalizes := forall c, is_law (r c).
Definition emits := forall c, surely (r c) (fun o => o.2 <> [::]).
(* no round is empty, so n rounds always reach n tokens or a stop token *)
Definition terminates :=
  emits /\ forall n c, surely (generation n c) (fun s => finished eos n s).

(* probability that the first proposed token is kept *)
Definition acceptance c := E (r c) (fun o => (0 < o.1)%:R).
(* expected number of tokens that a round emits *)
Definition expected_tokens c := E (r c) (fun o => (size o.2)%:R).

(* expected number of proposed tokens that a round keeps *)
Definition expected_accepted c := E (r c) (fun o => o.1%:R).

Let reach_any (n : nat) (c : seq V) := True.

Lemma step_ctx n c : (0 < n)%N -> reach_any n c ->
  surely (step_of c) (fun o => goes_on eos n o.1 ->
    reach_any (n - size o.1) o.2 /\ o.2 = c ++ o.1).
Proof. by move=> _ _; apply: surely_bind; apply: surely_all => o; by apply: surely_ret. Qed.

Lemma step_emits n c : emits -> (0 < n)%N -> reach_any n c ->
  surely (step_of c) (fun o => o.1 <> [::]).
Proof. by move=> e _ _; apply: surely_bind; apply: sub_surely (e c) => o h; exact: surely_ret. Qed.

Theorem rounds_lossless : one_round_lossless -> emits -> lossless.
Proof.
move=> one e; split=> // n c f.
apply: (@stateful_rounds_lossless _ _ eos _ P id step_of reach_any) => //.
- move=> m d g _ _; rewrite -one /step_of E_bind; apply: eq_E => o; by rewrite E_ret.
- by move=> m d; apply: step_emits.
- exact: step_ctx.
Qed.

Theorem rounds_terminate : emits -> terminates.
Proof.
move=> e; split=> // n c.
apply: (@stateful_rounds_terminate _ _ eos _ id step_of reach_any) => //.
- by move=> m d; apply: step_emits.
- exact: step_ctx.
Qed.

(* budget 0 is trivial *)
Lemma one_round_from_succ : normalizes ->
  (forall c n f, E (r c) (fun o => E (complete eos P n.+1 c o.2) f) = E (target eos P n.+1 c) f) ->
  one_round_lossless.
Proof.
move=> nm h c [|n] f //; rewrite (eq_E _ (g := fun=> f [::])) => [|o]; last exact: E_complete0.
by rewrite E_const; case: (nm c) => _ ->; rewrite mul1r /= E_ret.
Qed.
End Algorithm.

(* a round that knows nothing of stop tokens: its word is cut afterwards *)
Section Transfer.
Variables (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) (r : round R V).
Hypothesis dP : forall c, is_dist (P c).
Lemma one_round_cut : one_round_lossless (fun _ => false) P r -> one_round_lossless eos P r.
Proof.
move=> h c n f; rewrite (target_cut eos) // -(h c n); apply: eq_E => o.
exact: complete_cut.
Qed.
End Transfer.
