(* The continuity argument of the symbolic tier.

   An identity of rational functions is checked at interior laws; a law on the boundary
   (some probability 0, p = q, an empty residual, ...) is approached by a sequence of
   interior laws.  On the way every path of the program has a weight that is a product
   of factors.  At the boundary a path is either live, and then all its factors are
   continuous there, or dead: some prefix of continuous factors has weight 0, the
   program never runs the rest, and the factors of the rest are only known to stay
   between 0 and 1.  Then the identity holds at the boundary too. *)
From mathcomp Require Import all_ssreflect all_algebra.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Continuity.
Variable R : realFieldType.
Implicit Types (u v : nat -> R) (l m : R).

Definition tends u l :=
  forall e, 0 < e -> exists N, forall n, (N <= n)%N -> `|u n - l| < e.
Definition bounded u := exists2 B, 0 < B & exists N, forall n, (N <= n)%N -> `|u n| <= B.

Lemma eq_tends u v l : u =1 v -> tends u l -> tends v l.
Proof. by move=> e h x x0; have [N hN] := h x x0; exists N => n nN; rewrite -e hN. Qed.

Lemma tends_const l : tends (fun=> l) l.
Proof. by move=> e e0; exists 0%N => n _; rewrite subrr normr0. Qed.

Lemma tends_add u v l m : tends u l -> tends v m -> tends (fun n => u n + v n) (l + m).
Proof.
move=> hu hv e e0; have e2 : 0 < e / 2%:R by rewrite divr_gt0 ?ltr0n.
have [N hN] := hu _ e2; have [M hM] := hv _ e2.
exists (maxn N M) => n; rewrite geq_max => /andP[n1 n2].
rewrite opprD addrACA [X in _ < X](splitr e); apply: le_lt_trans (ler_norm_add _ _) _.
by rewrite ltr_add ?hN ?hM.
Qed.

Lemma tends_bounded u l : tends u l -> bounded u.
Proof.
move=> h; have [N hN] := h 1 ltr01; exists (1 + `|l|); first by rewrite ltr_paddr.
exists N => n nN; rewrite -[u n](subrK l); apply: le_trans (ler_norm_add _ _) _.
by rewrite ler_add2r ltW // hN.
Qed.

Lemma tends0_mul u v : tends u 0 -> bounded v -> tends (fun n => u n * v n) 0.
Proof.
move=> hu [B B0 [M hM]] e e0; have eB : 0 < e / B by rewrite divr_gt0.
have [N hN] := hu _ eB; exists (maxn N M) => n; rewrite geq_max => /andP[n1 n2].
rewrite subr0 normrM; have := hN n n1; rewrite subr0 ltr_pdivl_mulr //; apply: le_lt_trans.
by apply: ler_wpmul2l; [exact: normr_ge0|exact: hM].
Qed.

Lemma tends_sub u l : tends u l -> tends (fun n => u n - l) 0.
Proof. by move=> h e e0; have [N hN] := h e e0; exists N => n nN; rewrite subr0 hN. Qed.

Lemma tends_mul u v l m : tends u l -> tends v m -> tends (fun n => u n * v n) (l * m).
Proof.
move=> hu hv; have a := tends0_mul (tends_sub hu) (tends_bounded hv).
have b := tends0_mul (tends_sub hv) (tends_bounded (tends_const l)).
have := tends_add (tends_add a b) (tends_const (l * m)); rewrite !add0r.
apply: eq_tends => n; rewrite !mulrBl [m * l]mulrC [v n * l]mulrC.
by rewrite [_ + (_ - _)]addrA !subrK.
Qed.

Lemma tends_uniq u l m : tends u l -> tends u m -> l = m.
Proof.
move=> hl hm; apply/eqP; rewrite -subr_eq0 -normr_le0 leNgt; apply/negP => d0.
have e2 : 0 < `|l - m| / 2%:R by rewrite divr_gt0 ?ltr0n.
have [N hN] := hl _ e2; have [M hM] := hm _ e2.
have := ltr_add (hN _ (leq_maxl N M)) (hM _ (leq_maxr N M)).
rewrite -splitr ltNge => /negP; apply.
rewrite -[l - m](_ : (u (maxn N M) - m) - (u (maxn N M) - l) = _).
  by rewrite [X in _ <= X]addrC ler_norm_sub.
by rewrite opprB addrC addrA subrK.
Qed.

(* a factor: its value along the approach, and what the program computes at the limit *)
Definition factor : Type := (nat -> R) * R.
Inductive path := Live of seq factor | Dead of seq factor & seq (nat -> R).

Definition weight (p : path) n : R := match p with
  | Live fs => \prod_(f <- fs) f.1 n
  | Dead fs rest => (\prod_(f <- fs) f.1 n) * \prod_(u <- rest) u n
  end.
Definition boundary (p : path) : R := if p is Live fs then \prod_(f <- fs) f.2 else 0.

Definition continuous (fs : seq factor) := forall f, List.In f fs -> tends f.1 f.2.
Definition regular (p : path) : Prop := match p with
  | Live fs => continuous fs
  | Dead fs rest => [/\ continuous fs, \prod_(f <- fs) f.2 = 0 &
      forall u, List.In u rest -> forall n, 0 <= u n <= 1]
  end.

Lemma tends_prod fs : continuous fs ->
  tends (fun n => \prod_(f <- fs) f.1 n) (\prod_(f <- fs) f.2).
Proof.
elim: fs => [|f fs IH] h.
  by rewrite big_nil; apply: eq_tends (tends_const 1) => n; rewrite big_nil.
rewrite big_cons; apply: (@eq_tends (fun n => f.1 n * \prod_(f <- fs) f.1 n)) => [n|].
  by rewrite big_cons.
by apply: tends_mul; [apply: h; left|apply: IH => g gi; apply: h; right].
Qed.

Lemma rest_bounded rest : (forall u, List.In u rest -> forall n, 0 <= u n <= 1) ->
  bounded (fun n => \prod_(u <- rest) u n).
Proof.
move=> h; exists 1; rewrite ?ltr01 //; exists 0%N => n _.
suff /andP[a b] : 0 <= \prod_(u <- rest) u n <= 1 by rewrite ger0_norm.
elim: rest h => [|u rest IH] h; first by rewrite big_nil ler01 lexx.
have /andP[u0 u1] := h u (or_introl erefl) n.
have /andP[r0 r1] := IH (fun v vi => h v (or_intror vi)).
by rewrite big_cons mulr_ge0 //= mulr_ile1.
Qed.

Lemma tends_weight p : regular p -> tends (weight p) (boundary p).
Proof.
case: p => [fs|fs rest] /=; first exact: tends_prod.
case=> c z r; have := tends_prod c; rewrite z => h.
exact: tends0_mul h (rest_bounded r).
Qed.

Theorem boundary_identity (paths : seq path) (law : nat -> R) (at_boundary : R) :
  (forall p, List.In p paths -> regular p) ->
  (forall n, \sum_(p <- paths) weight p n = law n) ->
  tends law at_boundary ->
  \sum_(p <- paths) boundary p = at_boundary.
Proof.
move=> reg id; apply: tends_uniq; apply: (@eq_tends (fun n => \sum_(p <- paths) weight p n)) => //.
elim: paths reg {id} => [|p ps IH] reg.
  by rewrite big_nil; apply: eq_tends (tends_const 0) => n; rewrite big_nil.
rewrite big_cons; apply: (@eq_tends (fun n => weight p n + \sum_(q <- ps) weight q n)) => [n|].
  by rewrite big_cons.
by apply: tends_add; [apply: tends_weight; apply: reg; left|apply: IH => q qi; apply: reg; right].
Qed.
End Continuity.
