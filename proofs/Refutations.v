(* What does not work: each statement exhibits a small world, over the rationals, where
   the output law is not the target's.  These are disproofs, not failed proofs. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Strings Multi.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Broken.
Implicit Types (p q r : bool -> rat).

Definition half : bool -> rat := fun=> 2%:R^-1.
Definition sure : bool -> rat := fun b => if b then 1 else 0.
Definition tilted : bool -> rat := fun b => if b then 3%:R / 4%:R else 1 / 4%:R.
Lemma half_dist : is_dist half.
Proof. by split=> [x|]; rewrite ?big_bool; vm_compute. Qed.
Lemma sure_dist : is_dist sure.
Proof. by split=> [[]|]; rewrite ?big_bool; vm_compute. Qed.
Lemma tilted_dist : is_dist tilted.
Proof. by split=> [[]|]; rewrite ?big_bool; vm_compute. Qed.

(* one drafted token; [test x] is the chance to keep it, [r] what follows a rejection
   (not necessarily of mass 1) *)
Definition one_token q (test : bool -> rat) r : wl [realFieldType of rat] bool :=
  bind (draw q) (fun x => bind (flip (test x)) (fun b => if b then ret _ x else draw r)).

Lemma Pr_one_token q test r y : Pr (one_token q test r) y =
  (\sum_x q x * (test x * (x == y)%:R)) + (\sum_x q x * (1 - test x)) * r y.
Proof.
rewrite /Pr E_bind E_draw mulr_suml -big_split /=; apply: eq_bigr => x _.
rewrite E_bind E_flip E_ret E_draw mulrDr mulrA [q x * ((1 - _) * _)]mulrA.
rewrite (bigD1 y) //= eqxx mulr1 big1 ?addr0 // => z /negbTE ->; by rewrite mulr0.
Qed.

(* the rule itself, in this form, is right *)
Theorem one_token_lossless_control p q : is_dist p -> is_dist q -> forall y,
  Pr (one_token q (accept p q) (correction p q)) y = p y.
Proof.
move=> dp dq y; case: (dp) (dq) => p0 p1 [q0 q1]; rewrite Pr_one_token.
have := one_step (fun x => (x == y)%:R) dp q0.
rewrite [X in _ = X -> _](bigD1 y) //= eqxx mulr1 [X in _ = _ + X -> _]big1 ?addr0; last first.
  by move=> z /negbTE ->; rewrite mulr0.
move=> <-; congr (_ + _ * _); first by apply: eq_bigr => x _; rewrite mulrA.
  by under eq_bigr do rewrite mulrBr mulr1; rewrite sumrB q1 acceptance_rate.
rewrite (bigD1 y) //= eqxx mulr1 big1 ?addr0 // => z /negbTE ->; by rewrite mulr0.
Qed.

(* after a rejection, draw from p instead of the residual *)
Theorem resample_target_is_lossy : exists p q, [/\ is_dist p, is_dist q &
  exists y, Pr (one_token q (accept p q) p) y != p y].
Proof.
exists half, sure; split; [exact: half_dist|exact: sure_dist|exists true].
by rewrite Pr_one_token !big_bool; vm_compute.
Qed.

(* residual left unnormalised *)
Theorem unnormalised_residual_is_lossy : exists p q, [/\ is_dist p, is_dist q &
  exists y, Pr (one_token q (accept p q) (excess p q)) y != p y].
Proof.
exists half, sure; split; [exact: half_dist|exact: sure_dist|exists false].
by rewrite Pr_one_token !big_bool; vm_compute.
Qed.

(* the drafter samples from q', the verifier divides by q *)
Theorem wrong_proposal_law_is_lossy : exists p q q', [/\ is_dist p, is_dist q, is_dist q' &
  exists y, Pr (one_token q' (accept p q) (correction p q)) y != p y].
Proof.
exists half, tilted, sure; split; [exact: half_dist|exact: tilted_dist|exact: sure_dist|exists true].
by rewrite Pr_one_token /correction /residual /excess_mass !big_bool; vm_compute.
Qed.

(* keep when the textbook rejects: the comparison turned round *)
Theorem inverted_condition_is_lossy : exists p q, [/\ is_dist p, is_dist q &
  exists y, Pr (one_token q (fun x => 1 - accept p q x) (correction p q)) y != p y].
Proof.
exists half, tilted; split; [exact: half_dist|exact: tilted_dist|exists true].
by rewrite Pr_one_token /correction /residual /excess_mass !big_bool; vm_compute.
Qed.

(* Block verification of two drafts from the left: give up at the first position whose
   coin h = S/(S + 1 - w) fails, instead of going down to the last one that succeeds.
   The first draft is then kept with its own h, not with w. *)
Theorem stop_at_first_failure_is_lossy : exists p q, [/\ is_dist p, is_dist q &
  exists y, Pr (one_token q (fun x => hand_back (accept p q x) p q) (correction p q)) y != p y].
Proof.
exists half, tilted; split; [exact: half_dist|exact: tilted_dist|exists true].
rewrite Pr_one_token !big_bool /hand_back /correction /residual /excess_mass !big_bool.
by vm_compute.
Qed.

(* typical acceptance: keep x iff p x > 9/100; no law for the rest can repair it *)
Definition typical (p : bool -> rat) x : bool := 9%:R / 100%:R < p x.
Theorem typical_lossy : exists p q, [/\ is_dist p, is_dist q & forall r,
  exists y, Pr (one_token q (fun x => (typical p x)%:R) r) y != p y].
Proof.
exists half, sure; split; [exact: half_dist|exact: sure_dist|move=> r; exists true].
have ok x : typical half x by vm_compute.
have z x : 1 - (typical half x)%:R = 0 :> rat by rewrite ok subrr.
rewrite Pr_one_token [X in X * r _]big1 => [|x _]; last by rewrite z mulr0.
by rewrite mul0r addr0 big_bool !ok; vm_compute.
Qed.

(* ---- text ---- *)
Let Q := [realFieldType of rat].
Lemma E_none_from_p (a b : Q) (p q : bool -> Q) F :
  E (bind [:: (a, Some true); (b, None)] (fun o => if o is Some _
       then string_verify p q (correction p q) o
       else bind (draw p) (fun y => ret _ (0%N, [:: y])))) F =
  a * (accept p q true * F (1%N, [:: true]) + (1 - accept p q true) *
       (\sum_y correction p q y * F (0%N, [:: y]))) + (b * (\sum_y p y * F (0%N, [:: y])) + 0).
Proof.
rewrite E_bind !E_cons E_nil /= E_bind E_flip E_ret !E_bind !E_draw.
congr (_ * (_ + _ * _) + (_ * _ + _)); by apply: eq_bigr => y _; rewrite E_ret.
Qed.

(* No proposal followed by a draw from p instead of a rejection.  Target a, b; drafter
   a, b, c with q = (3/4, 0, 1/4), one draft; c proposes nothing. *)
Definition some_or_none : wl [realFieldType of rat] (option bool) :=
  [:: (3%:R / 4%:R, Some true); (1 / 4%:R, None)].
Definition psi_some x : rat := if x then 3%:R / 4%:R else 0.
Lemma psi_someE x : psi_some x = E some_or_none (fun o => (o == Some x)%:R).
Proof. by rewrite !E_cons E_nil; case: x; vm_compute. Qed.
Lemma some_or_none_law : is_law some_or_none.
Proof.
split; last by rewrite /mass !E_cons E_nil; vm_compute.
by move=> w /= [<-|[<-|//]]; vm_compute.
Qed.

Theorem no_proposal_draws_target_is_lossy : is_dist half /\ exists y,
  E (bind some_or_none (fun o => if o is Some _
       then string_verify half psi_some (correction half psi_some) o
       else bind (draw half) (fun y => ret _ (0%N, [:: y]))))
    (fun o => (o.2 == [:: y])%:R) != half y.
Proof.
split; [exact: half_dist|exists true].
rewrite E_none_from_p !big_bool /correction /residual /excess_mass !big_bool.
by vm_compute.
Qed.

(* psi counted over exact segmentations instead of the law of the first token.
   Target a, b, ab; drafter a, b with q = (3/5, 2/5); two drafts; longest prefix.
   [Some true] is a, [Some false] is b, [None] is ab. *)
Definition letter (b : bool) : rat := if b then 3%:R / 5%:R else 2%:R / 5%:R.
Definition two_letters : wl [realFieldType of rat] (bool * bool) :=
  [seq (letter x.1 * letter x.2, x) |
     x <- [:: (true, true); (true, false); (false, true); (false, false)]].
Definition first_token (x : bool * bool) : option bool :=
  match x with (true, false) => None | (b, _) => Some b end.
(* q a, q b, q a * q b: the weights of the segmentations of a, b and ab *)
Definition psi_segmentations (t : option bool) : rat :=
  match t with Some b => letter b | None => letter true * letter false end.
Definition p_ab (t : option bool) : rat :=
  match t with Some true => 1 / 2%:R | Some false => 1 / 6%:R | None => 1 / 3%:R end.

Lemma sum3 (F : option bool -> rat) : \sum_x F x = F None + (F (Some true) + F (Some false)).
Proof.
rewrite (bigD1 None) //=; congr (_ + _); rewrite (bigD1 (Some true)) //=; congr (_ + _).
by rewrite (bigD1 (Some false)) //= big1 ?addr0 // => -[[]|].
Qed.
Lemma p_ab_dist : is_dist p_ab.
Proof. by split=> [[[]|]|]; rewrite ?sum3; vm_compute. Qed.

Lemma E_two (p q : option bool -> Q) F :
  E (bind two_letters (fun x => string_verify p q (correction p q) (Some (first_token x)))) F =
  let r := \sum_y correction p q y * F (0%N, [:: y]) in
  let v t := accept p q t * F (1%N, [:: t]) + (1 - accept p q t) * r in
  letter true * letter true * v (Some true) + (letter true * letter false * v None
  + (letter false * letter true * v (Some false) + (letter false * letter false * v (Some false) + 0))).
Proof.
rewrite E_bind /two_letters; move: letter => l; rewrite [map _ _]/= !E_cons E_nil.
by rewrite !E_string_verify.
Qed.

Theorem segmentation_psi_is_lossy : is_dist p_ab /\ exists t,
  E (bind two_letters (fun x =>
       string_verify p_ab psi_segmentations (correction p_ab psi_segmentations) (Some (first_token x))))
    (fun o => (o.2 == [:: t])%:R) != p_ab t.
Proof.
split; [exact: p_ab_dist|exists None].
rewrite E_two !sum3 /correction /residual /excess_mass !sum3.
by vm_compute.
Qed.

(* with the law of the first token itself, the same program is right *)
Theorem pushforward_psi_control :
  let psi t := E two_letters (fun x => (Some (first_token x) == Some t)%:R) in
  forall t, E (bind two_letters (fun x =>
       string_verify p_ab psi (correction p_ab psi) (Some (first_token x))))
    (fun o => (o.2 == [:: t])%:R) = p_ab t.
Proof.
move=> ps t; have d2 : is_law two_letters.
  split; last by rewrite /mass /two_letters /= !E_cons E_nil; vm_compute.
  by move=> w /= [<-|[<-|[<-|[<-|//]]]]; vm_compute.
have := @slrs_one_step _ _ (fun _ => p_ab) _ (fun _ => two_letters)
  (fun _ x => Some (first_token x)) (fun _ => p_ab_dist) (fun _ => d2) [::] (fun x => (x == t)%:R).
rewrite [X in _ = X -> _](bigD1 t) //= eqxx mulr1 [X in _ = _ + X -> _]big1 ?addr0; last first.
  by move=> z /negbTE ->; rewrite mulr0.
move=> <-; apply: eq_E_surely; apply/surely_bind/surely_all => x.
rewrite /string_verify; apply/surely_bind/surely_all => -[].
  by apply: surely_ret; rewrite /= eqseq_cons andbT.
by apply/surely_bind/surely_all => y; apply: surely_ret; rewrite /= eqseq_cons andbT.
Qed.

(* ---- Theorem 3.1 as printed ("some p(t1) <> p(t2)") is false ---- *)
Theorem printed_condition_is_not_sufficient : exists p, [/\ is_dist p, exists x y, p x != p y &
  \sum_x p x * p x = overlap p p].
Proof.
exists sure; split; [exact: sure_dist|by exists true, false|].
by apply: exact_match_point_mass; exists true => -[].
Qed.
Theorem printed_condition_is_not_necessary : exists p, [/\ is_dist p, forall x y, p x = p y &
  \sum_x p x * p x < overlap p p].
Proof.
exists half; split; [exact: half_dist|by []|].
apply: exact_match_strictly_worse; first exact: half_dist.
by case=> t /(_ t); rewrite eqxx /half => /eqP; vm_compute.
Qed.
End Broken.
