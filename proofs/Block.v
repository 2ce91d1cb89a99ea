(* A block of drafted tokens, verified one after another from the left.

   [halt c] says that nothing can be drafted from context c (no shared token has mass,
   say); drafting also ends behind a stop token, and an accepted stop token ends the
   round without a bonus token.  The verifier of one drafted token answers None to keep
   it, or Some y to emit y instead and end the round. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Block.
Variables (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V)).
Notation model := (seq V -> V -> R).
Notation verifier := (seq V -> V -> wl R (option V)).
Variables (P Q : model) (k : verifier).
Implicit Types (c s : seq V).

Definition bump (x : V) (o : nat * seq V) := (o.1.+1, x :: o.2).

Fixpoint draft g c : wl R (seq V) :=
  if g is g'.+1 then
    if halt c then ret R [::] else
    bind (draw (Q c)) (fun x =>
      if eos x then ret R [:: x]
      else bind (draft g' (rcons c x)) (fun xs => ret R (x :: xs)))
  else ret R [::].

Fixpoint verify c (xs : seq V) : wl R (nat * seq V) :=
  if xs is x :: xs' then
    bind (k c x) (fun o =>
      if o is Some y then ret R (0%N, [:: y])
      else if eos x then ret R (1%N, [:: x])
      else bind (verify (rcons c x) xs') (fun o => ret R (bump x o)))
  else bind (draw (P c)) (fun y => ret R (0%N, [:: y])).

(* draft at most g tokens first, then verify them *)
Definition block g c := bind (draft g c) (verify c).

(* whatever F does with the emitted token, it is distributed as the target *)
Definition step_lossless := forall c (F : V -> R), ~~ halt c ->
  \sum_x Q c x * E (k c x) (fun o => F (odflt x o)) = \sum_x P c x * F x.

Lemma E_draftS g c F : E (draft g.+1 c) F =
  if halt c then F [::] else \sum_x Q c x *
    (if eos x then F [:: x] else E (draft g (rcons c x)) (fun xs => F (x :: xs))).
Proof.
rewrite /=; case: (halt c); first by rewrite E_ret.
rewrite E_bind E_draw; apply: eq_bigr => x _; congr (_ * _); case: (eos x).
  by rewrite E_ret.
by rewrite E_bind; apply: eq_E => xs; rewrite E_ret.
Qed.

Lemma E_verify_cons c x xs F : E (verify c (x :: xs)) F =
  E (k c x) (fun o => if o is Some y then F (0%N, [:: y])
     else if eos x then F (1%N, [:: x])
     else E (verify (rcons c x) xs) (fun o => F (bump x o))).
Proof.
rewrite [verify _ _]/= E_bind; apply: eq_E => -[y|]; first by rewrite E_ret.
case: (eos x); first by rewrite E_ret.
by rewrite E_bind; apply: eq_E => o; rewrite E_ret.
Qed.

Hypothesis dP : forall c, is_dist (P c).
Hypothesis dQ : forall c, ~~ halt c -> is_dist (Q c).
Hypothesis dk : forall c x, ~~ halt c -> is_law (k c x).
Hypothesis step : step_lossless.

Lemma draft_law g c : is_law (draft g c).
Proof.
elim: g c => [|g IH] c /=; first exact: is_law_ret.
case: ifPn => h; first exact: is_law_ret.
apply: is_law_bind_all => [|x]; first exact/is_law_draw/dQ.
case: ifP => _; first exact: is_law_ret.
by apply: is_law_bind_all => // s; exact: is_law_ret.
Qed.

Lemma draft_mass g c : mass (draft g c) = 1.
Proof. by case: (draft_law g c). Qed.

Lemma bonus_law c : is_law (verify c [::]).
Proof. by apply: is_law_bind_all => [|y]; [exact: is_law_draw|exact: is_law_ret]. Qed.

(* contexts at which a drafted word was drafted never halt *)
Fixpoint drafted c (xs : seq V) :=
  if xs is x :: xs' then ~~ halt c && (eos x || drafted (rcons c x) xs') else true.

Lemma draft_drafted g c : surely (draft g c) (fun xs => drafted c xs).
Proof.
elim: g c => [|g IH] c /=; first exact: surely_ret.
case: ifPn => h; first exact: surely_ret.
apply/surely_bind/surely_all => x; case: ifP => e.
  by apply: surely_ret; rewrite /= h e.
apply: surely_bind; apply: sub_surely (IH _) => xs d; apply: surely_ret.
by rewrite /= h d orbT.
Qed.

Lemma verify_law c xs : drafted c xs -> is_law (verify c xs).
Proof.
elim: xs c => [|x xs IH] c; first by move=> _; exact: bonus_law.
move=> /= /andP[h d]; apply: is_law_bind_all => [|[y|]]; first exact: dk.
  exact: is_law_ret.
move: d; case: ifP => e d; first exact: is_law_ret.
by apply: is_law_bind_all => [|o]; [exact: IH|exact: is_law_ret].
Qed.

Lemma verify_emits c xs : surely (verify c xs) (fun o => o.2 <> [::]).
Proof.
case: xs => [|x xs] /=; apply/surely_bind/surely_all => o; first exact: surely_ret.
case: o => [y|]; first exact: surely_ret.
case: ifP => _; first exact: surely_ret.
by apply/surely_bind/surely_all => o; exact: surely_ret.
Qed.

Lemma block_normalizes g : normalizes (block g).
Proof.
move=> c; apply: is_law_bind; first exact: draft_law.
by apply: sub_surely (draft_drafted g c) => xs; exact: verify_law.
Qed.

Lemma block_emits g : emits (block g).
Proof. by move=> c; apply/surely_bind/surely_all => xs; exact: verify_emits. Qed.

Lemma E_verify_nil n c f : E (verify c [::]) (fun o => E (complete eos P n.+1 c o.2) f)
  = E (target eos P n.+1 c) f.
Proof.
rewrite E_bind E_draw E_targetS; apply: eq_bigr => x _; congr (_ * _).
by rewrite E_ret.
Qed.

(* the only probabilistic step of the proof: the coin of the first token and the rest
   of the draft are independent, so they may be exchanged *)
Theorem block_one_round g : one_round_lossless eos P (block g).
Proof.
move=> c n f; elim: g c n f => [|g IH] c n; move: n c.
  move=> n c; apply: one_round_from_succ => {n} [|{}c n f]; first exact: block_normalizes.
  by rewrite /block E_bind E_ret E_verify_nil.
move=> n c; apply: one_round_from_succ => {n} [|{}c n f]; first exact: block_normalizes.
rewrite /block E_bind E_draftS; case: ifPn => h; first exact: E_verify_nil.
rewrite E_targetS -step //; apply: eq_bigr => x _; congr (_ * _).
pose G y := E (complete eos P n.+1 c [:: y]) f; rewrite -/(G _).
case ex: (eos x).
  by rewrite E_verify_cons; apply: eq_E => -[y|] //; rewrite ex.
rewrite (eq_E _ (g := fun xs => E (k c x) (fun o => if o is Some y then G y else
   E (verify (rcons c x) xs)
     (fun o => E (complete eos P n (rcons c x) o.2) (fun t => f (x :: t)))))); last first.
  move=> xs; rewrite E_verify_cons; apply: eq_E => -[y|] //; rewrite ex.
  by apply: eq_E => o; rewrite E_complete_cons ex.
rewrite E_swap; apply: eq_E => -[y|]; first by rewrite E_const draft_mass mul1r.
by rewrite /G E_complete_cons ex complete_nil -IH /block E_bind.
Qed.

Theorem block_lossless g : lossless eos P (block g).
Proof.
apply: rounds_lossless; first exact: block_one_round.
exact: block_emits.
Qed.

Theorem block_terminates g : terminates eos (block g).
Proof. exact/rounds_terminate/block_emits. Qed.

(* the first drafted token is kept exactly when its own verifier keeps it *)
Theorem block_acceptance g c : ~~ halt c ->
  acceptance (block g.+1) c = \sum_x Q c x * E (k c x) (fun o => (o == None)%:R).
Proof.
move=> h; rewrite /acceptance /block E_bind E_draftS (negbTE h).
apply: eq_bigr => x _; congr (_ * _).
have e xs : drafted c (x :: xs) -> E (verify c (x :: xs)) (fun o => (0 < o.1)%:R : R)
          = E (k c x) (fun o => (o == None)%:R).
  move=> /= /andP[_ d]; rewrite -/(verify c (x :: xs)) E_verify_cons.
  apply: eq_E => -[y|] //; case ex: (eos x) => //=.
  by move: d; rewrite ex /= => /verify_law[_]; rewrite /mass.
case: ifP => ex; first by rewrite e //= h ex.
rewrite (eq_E_surely (g := fun=> E (k c x) (fun o => (o == None)%:R))).
  by rewrite E_const draft_mass mul1r.
by apply: sub_surely (draft_drafted g _) => xs d; rewrite e //= h d orbT.
Qed.
End Block.
