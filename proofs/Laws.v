(* Finite probabilistic programs.

   A program is a list of weighted results.  What it means is its expectation
   functional [E d f] = sum of weight times [f result]: two programs have the same
   law when they have the same [E] for every [f].  Every algorithm of this folder is
   such a program, so "lossless" is an equality between two expectations, and the
   same programs can be extracted and run (see Oracle.v). *)
From mathcomp Require Import all_ssreflect all_algebra.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Laws.
Variable R : realFieldType.

Definition wl (A : Type) := seq (R * A).
Definition E A (d : wl A) (f : A -> R) : R := \sum_(w <- d) w.1 * f w.2.
Definition mass A (d : wl A) := E d (fun _ => 1).
Definition Pr (A : eqType) (d : wl A) (a : A) := E d (fun b => (b == a)%:R).

Definition ret A (a : A) : wl A := [:: (1, a)].

(* Sequencing.  Written with accumulators so that the extracted function runs in
   constant stack; the order of the list is irrelevant. *)
Definition bind A B (d : wl A) (k : A -> wl B) : wl B :=
  foldl (fun acc w => foldl (fun acc u => (w.1 * u.1, u.2) :: acc) acc (k w.2)) [::] d.

Definition draw (V : finType) (p : V -> R) : wl V := [seq (p x, x) | x <- enum V].
Definition flip (r : R) : wl bool := [:: (r, true); (1 - r, false)].

(* ---- expectations ---- *)
Lemma E_cons A (w : R * A) d f : E (w :: d) f = w.1 * f w.2 + E d f.
Proof. by rewrite /E big_cons. Qed.

Lemma E_nil A (f : A -> R) : E [::] f = 0.
Proof. by rewrite /E big_nil. Qed.

Lemma E_ret A (a : A) f : E (ret a) f = f a.
Proof. by rewrite /E big_seq1 mul1r. Qed.

Lemma E_bind A B (d : wl A) (k : A -> wl B) f :
  E (bind d k) f = E d (fun a => E (k a) f).
Proof.
have inner r (l : wl B) acc :
    E (foldl (fun acc u => (r * u.1, u.2) :: acc) acc l) f = E acc f + r * E l f.
  elim: l acc => [|u l IH] acc /=; first by rewrite E_nil mulr0 addr0.
  by rewrite IH !E_cons /= mulrDr mulrA addrA [E acc f + _]addrC.
rewrite /bind -[RHS]add0r -(E_nil f).
elim: d [::] => [|w d IH] acc /=; first by rewrite E_nil addr0.
by rewrite IH inner E_cons addrA.
Qed.

Lemma E_draw (V : finType) (p : V -> R) f : E (draw p) f = \sum_x p x * f x.
Proof. by rewrite /E big_map big_enum. Qed.

Lemma E_flip r f : E (flip r) f = r * f true + (1 - r) * f false.
Proof. by rewrite /E big_cons big_seq1. Qed.

Lemma eq_E A (d : wl A) f g : f =1 g -> E d f = E d g.
Proof. by move=> e; apply: eq_bigr => w _; rewrite e. Qed.

Lemma E_const A (d : wl A) c : E d (fun _ => c) = mass d * c.
Proof. by rewrite /mass /E mulr_suml; apply: eq_bigr => w _; rewrite mulr1. Qed.

Lemma E_add A (d : wl A) f g : E d (fun a => f a + g a) = E d f + E d g.
Proof. by rewrite /E -big_split /=; apply: eq_bigr => w _; rewrite mulrDr. Qed.

Lemma E_scale A (d : wl A) c f : E d (fun a => c * f a) = c * E d f.
Proof. by rewrite /E mulr_sumr; apply: eq_bigr => w _; rewrite mulrCA. Qed.

Lemma E_scaler A (d : wl A) c f : E d (fun a => f a * c) = E d f * c.
Proof. by rewrite mulrC -E_scale; apply: eq_E => a; rewrite mulrC. Qed.

Lemma E_sub A (d : wl A) f g : E d (fun a => f a - g a) = E d f - E d g.
Proof.
by rewrite E_add -mulN1r -E_scale; congr (_ + _); apply: eq_E => a; rewrite mulN1r.
Qed.

Lemma E_sum A (d : wl A) (I : finType) (F : I -> A -> R) :
  E d (fun a => \sum_i F i a) = \sum_i E d (F i).
Proof.
rewrite /E; under eq_bigr do rewrite mulr_sumr.
by rewrite exchange_big.
Qed.

(* two independent programs may be run in either order *)
Lemma E_swap A B (d : wl A) (d' : wl B) (h : A -> B -> R) :
  E d (fun a => E d' (h a)) = E d' (fun b => E d (h^~ b)).
Proof.
rewrite /E; under eq_bigr do rewrite mulr_sumr.
rewrite exchange_big /=; apply: eq_bigr => b _; rewrite mulr_sumr.
by apply: eq_bigr => a _; rewrite mulrCA.
Qed.

(* ---- what holds surely: on every result of non-zero weight ---- *)
Record surely A (d : wl A) (Q : A -> Prop) : Prop :=
  Surely { sure : forall w, List.In w d -> w.1 != 0 -> Q w.2 }.

Lemma in_bind A B (d : wl A) (k : A -> wl B) u : List.In u (bind d k) ->
  exists w v, [/\ List.In w d, List.In v (k w.2) & u = (w.1 * v.1, v.2)].
Proof.
have inner r (l : wl B) acc :
    List.In u (foldl (fun acc v => (r * v.1, v.2) :: acc) acc l) ->
    List.In u acc \/ exists2 v, List.In v l & u = (r * v.1, v.2).
  elim: l acc => [|v l IH] acc /=; first by left.
  case/IH => [[<-|]|[v' h ->]]; [by right; exists v; [left|]|by left|].
  by right; exists v'; [right|].
suff outer acc : List.In u (foldl (fun acc w =>
    foldl (fun acc u => (w.1 * u.1, u.2) :: acc) acc (k w.2)) acc d) ->
    List.In u acc \/ exists w v, [/\ List.In w d, List.In v (k w.2) & u = (w.1 * v.1, v.2)].
  by case/outer.
elim: d acc => [|w d IH] acc /=; first by left.
case/IH => [/inner[]|[w' [v [h1 h2 h3]]]]; first by left.
- by case=> v h ->; right; exists w, v; split=> //; left.
- by right; exists w', v; split=> //; right.
Qed.

Lemma surely_ret A (a : A) (Q : A -> Prop) : Q a -> surely (ret a) Q.
Proof. by move=> h; split=> w /= [<-|]. Qed.

Lemma surely_bind A B (d : wl A) (k : A -> wl B) (Q : B -> Prop) :
  surely d (fun a => surely (k a) Q) -> surely (bind d k) Q.
Proof.
move=> h; split=> u /in_bind[w [v [hw hv ->]]] /=; rewrite mulf_eq0 negb_or => /andP[w0 v0].
exact: (sure (sure h hw w0) hv v0).
Qed.

Lemma surely_all A (d : wl A) (Q : A -> Prop) : (forall a, Q a) -> surely d Q.
Proof. by move=> h; split=> w _ _. Qed.

Lemma sub_surely A (d : wl A) (Q Q' : A -> Prop) :
  (forall a, Q a -> Q' a) -> surely d Q -> surely d Q'.
Proof. by move=> s h; split=> w i n; apply: s; exact: (sure h). Qed.

Lemma surely_draw (V : finType) (p : V -> R) (Q : V -> Prop) :
  (forall x, p x != 0 -> Q x) -> surely (draw p) Q.
Proof.
rewrite /draw => h; split=> w; elim: (enum V) => //= x l IH [<-|]; [exact: h|exact: IH].
Qed.

Lemma eq_E_surely A (d : wl A) f g : surely d (fun a => f a = g a) -> E d f = E d g.
Proof.
elim: d => [|w d IH] h; first by rewrite !E_nil.
rewrite !E_cons IH; last by split=> u hu; apply: (sure h); right.
congr (_ + _); have [->|n] := eqVneq w.1 0; first by rewrite !mul0r.
by rewrite (sure h (w := w)) //; left.
Qed.

(* ---- laws ---- *)
Definition nonneg (A : Type) (p : A -> R) := forall x, 0 <= p x.
Definition is_dist (V : finType) (p : V -> R) := nonneg p /\ \sum_x p x = 1.
Definition weights_ge0 A (d : wl A) := forall w, List.In w d -> 0 <= w.1.
Definition is_law A (d : wl A) := weights_ge0 d /\ mass d = 1.

Lemma E_ge0 A (d : wl A) f : weights_ge0 d -> (forall a, 0 <= f a) -> 0 <= E d f.
Proof.
move=> + f0; elim: d => [|w d IH] h; first by rewrite E_nil.
rewrite E_cons addr_ge0 ?mulr_ge0 //; first by apply: h; left.
by apply: IH => u i; apply: h; right.
Qed.

Lemma E_le A (d : wl A) f g : weights_ge0 d -> (forall a, f a <= g a) -> E d f <= E d g.
Proof.
move=> h le; rewrite -subr_ge0.
by rewrite -E_sub; apply: E_ge0 => // a; rewrite subr_ge0.
Qed.

(* a non-negative quantity with expectation 0 is surely 0 *)
Lemma surely_eq0 A (d : wl A) (f : A -> R) :
  weights_ge0 d -> (forall a, 0 <= f a) -> E d f = 0 -> surely d (fun a => f a = 0).
Proof.
move=> + f0; elim: d => [|w d IH] h e; first by split.
move: e; rewrite E_cons => /eqP.
have h' : weights_ge0 d by move=> u i; apply: h; right.
have w0 : 0 <= w.1 by apply: h; left.
rewrite paddr_eq0 ?mulr_ge0 //; last exact: E_ge0.
case/andP=> a /eqP b; split=> u /= [<-|i]; last exact: (sure (IH h' b) i).
by move=> n; move: a; rewrite mulf_eq0 (negbTE n) => /eqP.
Qed.

Lemma surely_E0 A (d : wl A) (Q : A -> bool) :
  weights_ge0 d -> E d (fun a => (~~ Q a)%:R) = 0 -> surely d Q.
Proof.
move=> h e; apply: sub_surely (surely_eq0 h _ e) => a; last by rewrite ler0n.
by move/eqP; rewrite pnatr_eq0 eqb0 negbK.
Qed.

Lemma is_law_ret A (a : A) : is_law (ret a).
Proof. by split=> [w /= [<-|]//|]; [exact: ler01|rewrite /mass E_ret]. Qed.

Lemma is_law_bind A B (d : wl A) (k : A -> wl B) :
  is_law d -> surely d (fun a => is_law (k a)) -> is_law (bind d k).
Proof.
case=> d0 d1 h; split=> [u /in_bind[w [v [hw hv ->]]]|]; last first.
  rewrite /mass E_bind -[RHS]d1; apply: eq_E_surely.
  by apply: sub_surely h => a [_ e]; exact: e.
have [e|n] := eqVneq w.1 0; first by rewrite /= e mul0r.
by rewrite mulr_ge0 ?d0 //; case: (sure h hw n) => k0 _; exact: k0.
Qed.

Lemma is_law_bind_all A B (d : wl A) (k : A -> wl B) :
  is_law d -> (forall a, is_law (k a)) -> is_law (bind d k).
Proof. by move=> h1 h2; apply: is_law_bind => //; apply: surely_all. Qed.

Lemma is_law_draw (V : finType) (p : V -> R) : is_dist p -> is_law (draw p).
Proof.
case=> p0 p1; split=> [w|].
  by rewrite /draw; elim: (enum V) => //= x l IH [<-|//]; exact: p0.
by rewrite /mass E_draw -[RHS]p1; apply: eq_bigr => x _; rewrite mulr1.
Qed.

Lemma is_law_flip r : 0 <= r <= 1 -> is_law (flip r).
Proof.
case/andP=> r0 r1; split=> [w /= [<-|[<-|//]]|] //=; first by rewrite subr_ge0.
by rewrite /mass E_flip !mulr1 addrC subrK.
Qed.

End Laws.
