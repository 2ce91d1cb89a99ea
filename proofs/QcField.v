(* Coq's canonical binary rationals (Qc) as a MathComp real field, so that the
   definitions of the theorems can be run on them.  Nothing here is about sampling. *)
From Coq Require Import QArith Qcanon Lia.
From mathcomp Require Import all_ssreflect all_algebra.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.

Definition qceqb (x y : Qc) : bool := if Qc_eq_dec x y then true else false.
Lemma qceqP : Equality.axiom qceqb.
Proof. by move=> x y; rewrite /qceqb; case: Qc_eq_dec => h; constructor. Qed.
Canonical Qc_eqType := EqType Qc (EqMixin qceqP).

Definition z2p (z : Z) : bool * nat :=
  match z with Z0 => (true, O) | Zpos p => (true, Pos.to_nat p) | Zneg p => (false, Pos.to_nat p) end.
Definition p2z (w : bool * nat) : Z := if w.1 then Z.of_nat w.2 else Z.opp (Z.of_nat w.2).
Lemma z2pK : cancel z2p p2z.
Proof. by case=> [|p|p] //; rewrite /p2z /= positive_nat_Z. Qed.
Definition q2p (x : Qc) : (bool * nat) * nat := (z2p (Qnum x), Pos.to_nat (Qden x)).
Definition p2q (w : (bool * nat) * nat) : Qc := Q2Qc (Qmake (p2z w.1) (Pos.of_nat w.2)).
Lemma q2pK : cancel q2p p2q.
Proof.
case=> [[n d] h]; apply: Qc_is_canon; rewrite /p2q /q2p /= z2pK Pos2Nat.id.
exact: Qred_correct.
Qed.
Definition Qc_choiceMixin := CanChoiceMixin q2pK.
Canonical Qc_choiceType := ChoiceType Qc Qc_choiceMixin.

Definition Qc_zmodMixin := @ZmodMixin Qc 0%Qc Qcopp Qcplus
  Qcplus_assoc Qcplus_comm Qcplus_0_l (fun x => eq_trans (Qcplus_comm _ _) (Qcplus_opp_r x)).
Canonical Qc_zmodType := ZmodType Qc Qc_zmodMixin.
Lemma Qc_1n0 : 1%Qc != 0%Qc. Proof. by []. Qed.
Definition Qc_ringMixin := @ComRingMixin [zmodType of Qc] 1%Qc Qcmult
  Qcmult_assoc Qcmult_comm Qcmult_1_l Qcmult_plus_distr_l Qc_1n0.
Canonical Qc_ringType := RingType Qc Qc_ringMixin.
Canonical Qc_comRingType := ComRingType Qc Qcmult_comm.
Lemma QcmulV (x : Qc) : x != 0%R -> (Qcinv x * x)%R = 1%R.
Proof. by move/eqP=> n; apply: Qcmult_inv_l. Qed.
Lemma Qcinv0 : Qcinv 0%R = 0%R. Proof. by apply: Qc_is_canon. Qed.
Definition Qc_unitMixin := FieldUnitMixin QcmulV Qcinv0.
Canonical Qc_unitRingType := UnitRingType Qc Qc_unitMixin.
Canonical Qc_comUnitRingType := [comUnitRingType of Qc].
Lemma Qc_field_axiom : GRing.Field.mixin_of Qc_unitRingType. Proof. exact. Qed.
Canonical Qc_idomainType := IdomainType Qc (FieldIdomainMixin Qc_field_axiom).
Canonical Qc_fieldType := FieldType Qc Qc_field_axiom.

Definition qcle (x y : Qc) : bool := Qle_bool x y.
Lemma qcleP x y : reflect (x <= y)%Qc (qcle x y).
Proof. by apply: (iffP idP) => h; apply/Qle_bool_iff. Qed.
Definition qclt (x y : Qc) : bool := ~~ qcle y x.
Definition qcabs (x : Qc) : Qc := if qcle 0%Qc x then x else Qcopp x.

Lemma qcle_add x y : qcle 0%R x -> qcle 0%R y -> qcle 0%R (x + y)%R.
Proof.
move=> /qcleP a /qcleP b; apply/qcleP.
by have := Qcplus_le_compat _ _ _ _ a b.
Qed.
Lemma qcle_mul x y : qcle 0%R x -> qcle 0%R y -> qcle 0%R (x * y)%R.
Proof.
move=> /qcleP a /qcleP b; apply/qcleP.
by have := Qcmult_le_compat_r _ _ _ a b; rewrite Qcmult_0_l.
Qed.
Lemma qcle_anti x : qcle 0%R x -> qcle x 0%R -> x = 0%R.
Proof. by move=> /qcleP a /qcleP b; apply: Qcle_antisym. Qed.
Lemma qcsub_ge0 x y : qcle 0%R (y - x)%R = qcle x y.
Proof.
apply/qcleP/qcleP => h.
- have := Qcplus_le_compat _ _ _ _ h (Qcle_refl x).
  rewrite Qcplus_0_l -[(_ + _)%Qc]/((y - x + x)%R); by rewrite subrK.
- have := Qcplus_le_compat _ _ _ _ h (Qcle_refl (Qcopp x)).
  by rewrite Qcplus_opp_r.
Qed.
Lemma qcle_total x : qcle 0%R x || qcle x 0%R.
Proof.
case: (Qclt_le_dec 0%R x) => h; apply/orP; [left|right]; apply/qcleP => //.
exact: Qclt_le_weak.
Qed.
Lemma qcabs_opp x : qcabs (- x)%R = qcabs x.
Proof.
have op : qcle 0%R (- x)%R = qcle x 0%R by rewrite -(qcsub_ge0 x 0%R) sub0r.
rewrite /qcabs -[0%Qc]/(0%R : Qc) op.
case: ifP => a; case: ifP => b //.
- by rewrite (qcle_anti b a) oppr0.
- by rewrite -[Qcopp _]/((- - x)%R : Qc) opprK.
- by have := qcle_total x; rewrite a b.
Qed.
Lemma qcabs_ge0 x : qcle 0%R x -> qcabs x = x.
Proof. by rewrite /qcabs => ->. Qed.
Lemma qclt_def x y : qclt x y = (y != x) && qcle x y.
Proof.
rewrite /qclt; apply/idP/andP => [h|[n h]].
- have t : qcle x y.
    by have := qcle_total (y - x)%R; rewrite qcsub_ge0 -(qcsub_ge0 (y - x)%R) sub0r opprB qcsub_ge0 (negbTE h) orbF.
  by split=> //; apply/eqP => e; move: h; rewrite e; move/negP; apply; rewrite -e; apply/qcleP; apply: Qcle_refl.
- apply/negP => h'; move/eqP: n; apply; apply: Qcle_antisym; exact/qcleP.
Qed.
Definition Qc_leMixin : realLeMixin Qc_idomainType :=
  RealLeMixin qcle_add qcle_mul qcle_anti qcsub_ge0 qcle_total qcabs_opp qcabs_ge0 qclt_def.
Lemma qcle_total2 : total qcle.
Proof.
by move=> x y; have := qcle_total (y - x)%R; rewrite qcsub_ge0 -(qcsub_ge0 (y - x)%R) sub0r opprB qcsub_ge0.
Qed.
Canonical Qc_porderType := POrderType ring_display Qc Qc_leMixin.
Canonical Qc_latticeType := LatticeType Qc Qc_leMixin.
Canonical Qc_distrLatticeType := DistrLatticeType Qc Qc_leMixin.
Canonical Qc_orderType := OrderType Qc qcle_total2.
Canonical Qc_numDomainType := NumDomainType Qc Qc_leMixin.
Canonical Qc_normedZmodType := NormedZmodType Qc Qc Qc_leMixin.
Canonical Qc_numFieldType := [numFieldType of Qc].
Canonical Qc_realDomainType := [realDomainType of Qc].
Canonical Qc_realFieldType := [realFieldType of Qc].
