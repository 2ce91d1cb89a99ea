(* sd-block and tli-block: joint verification of a drafted block (Sun et al. 2024).

   w is the part of the target's mass still owed on the current prefix.  A prefix that
   is not paid for is handed back (None) to the position before.  The proof is one
   induction: a prefix that owes w is returned with the law w times the target's, and
   handed back with mass 1 - w. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block Speculative Multi.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section BlockVerification.
Variables (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V)).
Variables (P Q : seq V -> V -> R).
Implicit Types (c xs : seq V).
Notation result := (option (nat * seq V)).

Definition try_residual w c (o : result) : wl R result :=
  if o is Some t then ret R (Some t) else
    bind (flip (hand_back w (P c) (Q c))) (fun b =>
      if b then bind (draw (residual (scale w (P c)) (Q c))) (fun y => ret R (Some (0%N, [:: y])))
      else ret R None).

(* an accepted stop token ends the word: no bonus behind it *)
Definition pay w (paid : wl R result) : wl R result :=
  bind (flip w) (fun b => if b then paid else ret R None).

Fixpoint block_verify w c xs : wl R result :=
  if xs is x :: xs' then
    let w' := accept (scale w (P c)) (Q c) x in
    bind (bind (if eos x then pay w' (ret R (Some (0%N, [::])))
                else block_verify w' (rcons c x) xs')
               (fun o => ret R (omap (bump x) o)))
         (try_residual w c)
  else pay w (bind (draw (P c)) (fun y => ret R (Some (0%N, [:: y])))).

Definition joint_block_of g : round R V := fun c =>
  bind (draft eos halt Q g c) (fun xs =>
  bind (block_verify 1 c xs) (fun o => ret R (odflt (0%N, [::]) o))).

Hypothesis dP : forall c, is_dist (P c).
Hypothesis dQ : forall c, ~~ halt c -> is_dist (Q c).

Lemma E_try w c o F : E (try_residual w c o) F =
  let h := hand_back w (P c) (Q c) in
  if o is Some t then F (Some t)
  else h * (\sum_y residual (scale w (P c)) (Q c) y * F (Some (0%N, [:: y]))) + (1 - h) * F None.
Proof.
case: o => [t|]; rewrite /try_residual ?E_ret // E_bind E_flip E_ret E_bind E_draw.
by congr (_ * _ + _); apply: eq_bigr => y _; rewrite E_ret.
Qed.

Lemma E_pay w d F : E (pay w d) F = w * E d F + (1 - w) * F None.
Proof. by rewrite E_bind E_flip E_ret. Qed.

Lemma E_block_nil w c F : E (block_verify w c [::]) F =
  w * (\sum_y P c y * F (Some (0%N, [:: y]))) + (1 - w) * F None.
Proof.
rewrite E_pay E_bind E_draw; congr (_ * _ + _).
by apply: eq_bigr => y _; rewrite E_ret.
Qed.

Lemma E_block_cons w c x xs F : E (block_verify w c (x :: xs)) F =
  let h := hand_back w (P c) (Q c) in
  let T := h * (\sum_y residual (scale w (P c)) (Q c) y * F (Some (0%N, [:: y]))) + (1 - h) * F None in
  let w' := accept (scale w (P c)) (Q c) x in
  if eos x then w' * F (Some (1%N, [:: x])) + (1 - w') * T
  else E (block_verify w' (rcons c x) xs) (fun o => if o is Some t then F (Some (bump x t)) else T).
Proof.
rewrite [block_verify _ _ _]/= E_bind E_bind /=; case: (eos x).
  by rewrite E_pay !E_ret !E_try.
by apply: eq_E => o; rewrite E_ret E_try; case: o.
Qed.

Lemma accept_scale01_of w c x : 0 <= w -> ~~ halt c ->
  0 <= accept (scale w (P c)) (Q c) x <= 1.
Proof.
move=> w0 h; case: (dP c) (dQ h) => p0 _ [q0 _].
by apply: accept01 => //; exact: scale_ge0.
Qed.

Lemma try_law w c o : 0 <= w <= 1 -> is_law (try_residual w c o).
Proof.
move=> wb; case: o => [t|]; rewrite /try_residual; first exact: is_law_ret.
apply: is_law_bind; first exact/is_law_flip/hand_back01.
split=> u /= [<-|[<-|//]] /=; last by move=> _; exact: is_law_ret.
move=> h; apply: is_law_bind_all => [|y]; last exact: is_law_ret.
exact/is_law_draw/hand_back_neq0.
Qed.

Lemma pay_law w d : 0 <= w <= 1 -> is_law d -> is_law (pay w d).
Proof. by move=> wb ld; apply: is_law_bind_all => [|[]] //; [exact: is_law_flip|exact: is_law_ret]. Qed.

Lemma block_verify_law w c xs : 0 <= w <= 1 -> drafted eos halt c xs ->
  is_law (block_verify w c xs).
Proof.
elim: xs w c => [|x xs IH] w c wb.
  move=> _; apply: pay_law => //.
  by apply: is_law_bind_all => [|y]; [exact: is_law_draw|exact: is_law_ret].
case/andP=> h d; have w'b : 0 <= accept (scale w (P c)) (Q c) x <= 1.
  by apply: accept_scale01_of => //; case/andP: wb.
rewrite [block_verify _ _ _]/=; apply: is_law_bind_all => [|o]; last exact: try_law.
apply: is_law_bind_all => [|o]; last exact: is_law_ret.
move: d; case: (eos x) => d; first exact/pay_law/is_law_ret.
exact: IH.
Qed.

Theorem joint_block_law g w c n f r : 0 <= w <= 1 ->
  E (bind (draft eos halt Q g c) (block_verify w c))
    (fun o => if o is Some t then E (complete eos P n c t.2) f else r)
  = w * E (target eos P n c) f + (1 - w) * r.
Proof.
have tgt n' d f' : \sum_x P d x * E (complete eos P n' d [:: x]) f' = E (target eos P n' d) f'.
  case: n' => [|m]; last by rewrite E_targetS.
  by rewrite /= E_ret -mulr_suml (proj2 (dP _)) mul1r.
elim: g w c n f r => [|g IH] w c n f r wb.
  by rewrite E_bind E_ret E_block_nil tgt.
rewrite E_bind E_draftS; case: ifPn => h; first by rewrite E_block_nil tgt.
set p := P c; set q := Q c; set h' := hand_back w p q.
have q0 : nonneg q by case: (dQ h).
pose G x := E (complete eos P n c [:: x]) f.
pose T := h' * (\sum_y residual (scale w p) q y * G y) + (1 - h') * r.
pose w' x := accept (scale w p) q x.
rewrite -tgt -(scaled_step wb (dP _) q0 (erefl T)).
transitivity (\sum_x (q x * w' x * G x + (q x - q x * w' x) * T)); last first.
  rewrite big_split /= -mulr_suml sumrB (proj2 (dQ h)) acceptance_rate //.
  by apply: scale_ge0; [case/andP: wb|case: (dP c)].
apply: eq_bigr => x _; transitivity (q x * (w' x * G x + (1 - w' x) * T)); last first.
  by rewrite mulrDr !mulrA mulrBr mulr1.
congr (_ * _).
case ex: (eos x); first by rewrite E_block_cons ex.
pose f' t := f (if n is 0 then [::] else x :: t).
have GE : G x = E (target eos P n.-1 (rcons c x)) f'.
  rewrite /G /f'; case: (n) => [|m]; first by rewrite E_complete0 /= E_ret.
  by rewrite E_complete_cons ex complete_nil.
rewrite GE -(IH (w' x) (rcons c x) n.-1 f' T); last by apply: accept_scale01_of => //; case/andP: wb.
rewrite E_bind; apply: eq_E => xs; rewrite E_block_cons ex; apply: eq_E => -[t|] //.
rewrite /f'; case: (n) => [|m]; first by rewrite !E_complete0.
by rewrite E_complete_cons ex.
Qed.

(* nothing is owed before the first token, so the empty prefix is never handed back *)
Lemma joint_block_returns g c : surely (draft eos halt Q g c) (fun xs =>
  surely (block_verify 1 c xs) (fun o => isSome o)).
Proof.
have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
have e := joint_block_law g c 0 (fun=> 0) 1 b1.
rewrite subrr mul0r addr0 mul1r /= E_ret E_bind in e.
have dr := @draft_drafted R V eos halt Q g c.
have dl := draft_law eos dQ g c.
have z : surely (draft eos halt Q g c) (fun xs =>
    (if drafted eos halt c xs then E (block_verify 1 c xs) (fun o => (~~ isSome o)%:R) else 0) = 0).
  apply: surely_eq0 => [|xs|]; first by case: dl.
    case: ifP => // d; apply: E_ge0 => [|o]; last by rewrite ler0n.
    by case: (block_verify_law b1 d).
  rewrite -[RHS]e; apply: eq_E_surely; apply: sub_surely dr => xs ->.
  by apply: eq_E => -[t|] //.
split=> xs i nz; have d := sure dr i nz; have := sure z i nz; rewrite /= d.
by apply: surely_E0; case: (block_verify_law b1 d).
Qed.

Lemma block_verify_emits w c xs :
  surely (block_verify w c xs) (fun o => if o is Some t then t.2 <> [::] else True).
Proof.
have paid w' d : surely d (fun o : result => if o is Some t then t.2 <> [::] else True) ->
    surely (pay w' d) (fun o => if o is Some t then t.2 <> [::] else True).
  by move=> h; apply/surely_bind/surely_all => -[] //; exact: surely_ret.
have tr w' c' o : (if o is Some t then t.2 <> [::] else True) ->
    surely (try_residual w' c' o) (fun o => if o is Some t then t.2 <> [::] else True).
  case: o => [t|] ht; rewrite /try_residual; first exact: surely_ret.
  apply/surely_bind/surely_all => -[]; last exact: surely_ret.
  by apply/surely_bind/surely_all => y; exact: surely_ret.
case: xs => [|x xs].
  by apply: paid; apply/surely_bind/surely_all => y; exact: surely_ret.
rewrite [block_verify _ _ _]/=; apply/surely_bind/surely_bind/surely_all => -[t|];
  by apply: surely_ret; apply: tr.
Qed.

Lemma joint_of_normalizes g : normalizes (joint_block_of g).
Proof.
move=> c; apply: is_law_bind; first exact: draft_law.
apply: sub_surely (@draft_drafted R V eos halt Q g c) => xs d.
apply: is_law_bind_all => [|o]; last exact: is_law_ret.
by apply: block_verify_law; rewrite // ler01 lexx.
Qed.

Lemma joint_of_emits g : emits (joint_block_of g).
Proof.
move=> c; apply: surely_bind; split=> a i nz; apply: surely_bind; split=> o j oz.
apply: surely_ret; have := sure (sure (joint_block_returns g c) i nz) j oz.
by have := sure (block_verify_emits 1 c a.2) j oz; case: (o.2).
Qed.

Lemma joint_of_lossless g : lossless eos P (joint_block_of g).
Proof.
apply: rounds_lossless; last exact: joint_of_emits.
move=> c n f; have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
have := joint_block_law g c n f 0 b1; rewrite subrr mul0r addr0 mul1r => <-.
rewrite !E_bind; apply: eq_E_surely; split=> xs i nz.
rewrite E_bind; apply: eq_E_surely; split=> o j oz; rewrite E_ret.
by have := sure (sure (joint_block_returns g c) i nz) j oz; case: (o.2).
Qed.

Lemma joint_of_terminates g : terminates eos (joint_block_of g).
Proof. exact/rounds_terminate/joint_of_emits. Qed.

(* mass that is paid for *)
Lemma joint_block_paid g w c : 0 <= w <= 1 ->
  E (draft eos halt Q g c) (fun xs => E (block_verify w c xs) (fun o => (isSome o)%:R)) = w.
Proof.
move=> wb; have := joint_block_law g c 0 (fun=> 1) 0 wb.
rewrite mulr0 addr0 /= E_ret mulr1 E_bind => e; rewrite -[RHS]e.
by apply: eq_E => xs; apply: eq_E => -[].
Qed.

Lemma joint_of_acceptance g c : ~~ halt c ->
  acceptance (joint_block_of g.+1) c = overlap (P c) (Q c).
Proof.
move=> h; have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
rewrite -acceptance_rate; [|by case: (dP c)|by case: (dQ h)].
rewrite /acceptance E_bind E_draftS (negbTE h); apply: eq_bigr => x _; congr (_ * _).
have s1 : accept (scale 1 (P c)) (Q c) x = accept (P c) (Q c) x by rewrite /accept /scale mul1r.
have w'b := accept_scale01_of x ler01 h.
have e xs : E (bind (block_verify 1 c (x :: xs)) (fun o => ret R (odflt (0%N, [::]) o)))
    (fun o => (0 < o.1)%:R) =
    if eos x then accept (P c) (Q c) x
    else E (block_verify (accept (scale 1 (P c)) (Q c) x) (rcons c x) xs) (fun o => (isSome o)%:R).
  rewrite E_bind (eq_E _ (g := fun o => if o is Some t then (0 < t.1)%:R else 0)); last first.
    by move=> -[t|]; rewrite E_ret.
  rewrite E_block_cons big1 => [|y _]; last by rewrite mulr0.
  lazy zeta beta; rewrite !mulr0 !addr0; case: (eos x); first by rewrite mulr1 s1 mulr0 addr0.
  by apply: eq_E => -[t|]; rewrite ?mulr0 ?addr0.
case ex: (eos x); first by rewrite e ex.
under eq_E do rewrite e ex.
by rewrite joint_block_paid.
Qed.

(* ---- joint verification keeps at least as many drafts as token-wise verification ---- *)
Let K g c := expected_accepted (sd_block_of eos halt P Q g) c.
Let Kb g w c := E (bind (draft eos halt Q g c) (block_verify w c))
  (fun o => if o is Some t then t.1%:R else 0).

Lemma K_halt g c : halt c -> K g c = 0.
Proof.
move=> h; rewrite /K /expected_accepted /sd_block_of /block E_bind.
have -> : draft eos halt Q g c = ret R [::] by case: g => [|g] //=; rewrite h.
by rewrite E_ret E_bind E_draw big1 // => y _; rewrite E_ret mulr0.
Qed.

Lemma K0 c : K 0 c = 0.
Proof.
rewrite /K /expected_accepted /sd_block_of /block E_bind E_ret E_bind E_draw big1 // => y _.
by rewrite E_ret mulr0.
Qed.

Lemma K_succ g c : ~~ halt c -> K g.+1 c =
  \sum_x Num.min (P c x) (Q c x) * (1 + (if eos x then 0 else K g (rcons c x))).
Proof.
move=> h; case: (dP c) (dQ h) => p0 _ [q0 _].
rewrite /K /expected_accepted /sd_block_of /block E_bind E_draftS (negbTE h).
apply: eq_bigr => x _; rewrite -draft_accept // -mulrA; congr (_ * _).
have e xs F : F (0%N, [::]) = 0 -> (forall y, F (0%N, [:: y]) = 0) ->
    E (verify eos P (reject_sample P Q) c (x :: xs)) F = accept (P c) (Q c) x *
     (if eos x then F (1%N, [:: x]) else
      E (verify eos P (reject_sample P Q) (rcons c x) xs) (fun o => F (bump x o))).
  move=> F0 F1; rewrite E_verify_cons E_reject_sample.
  by rewrite big1 ?mulr0 ?addr0 // => y _; rewrite F1 mulr0.
case ex: (eos x); first by rewrite e // ex addr0.
rewrite (eq_E_surely (g := fun xs => accept (P c) (Q c) x *
   (1 + E (verify eos P (reject_sample P Q) (rcons c x) xs) (fun o => o.1%:R)))).
  by rewrite E_scale E_add E_const (draft_mass _ dQ) mulr1 E_bind.
apply: sub_surely (@draft_drafted R V eos halt Q g (rcons c x)) => xs d.
rewrite e // ex; congr (_ * _).
rewrite (eq_E _ (g := fun o => 1 + o.1%:R)) => [|o]; last by rewrite mulrS.
rewrite E_add; congr (_ + _).
by case: (verify_law dP (@reject_sample_law _ _ halt P Q dP dQ) d).
Qed.

Lemma Kb_nil g w c : (g = 0%N) \/ halt c -> Kb g w c = 0.
Proof.
move=> h; have e : draft eos halt Q g c = ret R [::].
  by case: h => [->|h] //; case: g => [|g] //=; rewrite h.
rewrite /Kb E_bind e E_ret E_block_nil big1 ?mulr0 ?addr0 // => y _.
by rewrite mulr0.
Qed.

Lemma Kb_succ g w c : 0 <= w <= 1 -> ~~ halt c -> Kb g.+1 w c =
  \sum_x Q c x * (accept (scale w (P c)) (Q c) x +
     (if eos x then 0 else Kb g (accept (scale w (P c)) (Q c) x) (rcons c x))).
Proof.
move=> wb h; rewrite /Kb E_bind E_draftS (negbTE h); apply: eq_bigr => x _; congr (_ * _).
set w' := accept _ _ x.
have e xs : E (block_verify w c (x :: xs)) (fun o => if o is Some t then t.1%:R else 0) =
    if eos x then w' else
    E (block_verify w' (rcons c x) xs) (fun o => (isSome o)%:R + (if o is Some t then t.1%:R else 0)).
  rewrite E_block_cons big1 => [|y _]; last by rewrite mulr0.
  lazy zeta beta; rewrite !mulr0 !addr0; case: (eos x); first by rewrite mulr1 mulr0 addr0.
  by apply: eq_E => -[t|]; rewrite ?mulr0 ?addr0 // mulrS.
case ex: (eos x); first by rewrite e ex addr0.
rewrite (eq_E _ (fun xs => e xs)) ex.
under eq_E do rewrite E_add.
rewrite E_add joint_block_paid; last by apply: accept_scale01_of => //; case/andP: wb.
by rewrite E_bind.
Qed.

Lemma joint_keeps_more g w c : 0 <= w <= 1 -> w * K g c <= Kb g w c.
Proof.
elim: g w c => [|g IH] w c wb; first by rewrite K0 mulr0 Kb_nil //; left.
have [h|h] := boolP (halt c); first by rewrite K_halt // mulr0 Kb_nil //; right.
rewrite K_succ // Kb_succ // mulr_sumr; apply: ler_sum => x _.
case/andP: (wb) => w0 w1; case: (dP c) (dQ h) => p0 _ [q0 _].
set w' := accept _ _ x; have w'b : 0 <= w' <= 1 by exact: accept_scale01_of.
have Kge : 0 <= (if eos x then 0 else K g (rcons c x)).
  case: ifP => // _; apply: E_ge0 => [|o]; last by rewrite ler0n.
  by case: (sd_of_normalizes eos dP dQ g (rcons c x)).
apply: (@le_trans _ _ (Q c x * w' * (1 + (if eos x then 0 else K g (rcons c x))))).
  rewrite mulrA; apply: ler_wpmul2r; first by rewrite addr_ge0 ?ler01.
  rewrite draft_accept //; last exact: scale_ge0.
  rewrite le_minr /scale; apply/andP; split.
    by apply: ler_wpmul2l => //; rewrite le_minl lexx.
  apply: (@le_trans _ _ (1 * Q c x)); last by rewrite mul1r.
  apply: ler_pmul => //; first by rewrite le_minr p0 q0.
  by rewrite le_minl lexx orbT.
rewrite -mulrA; apply: ler_wpmul2l => //; rewrite mulrDr mulr1 ler_add2l.
by case: (eos x); [rewrite mulr0|exact: IH w'b].
Qed.

Lemma joint_of_dominates g c :
  expected_accepted (sd_block_of eos halt P Q g) c <= expected_accepted (joint_block_of g) c.
Proof.
have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
have := joint_keeps_more g c b1; rewrite mul1r => /le_trans; apply.
rewrite /Kb /expected_accepted !E_bind le_eqVlt; apply/orP; left; apply/eqP.
apply: eq_E => xs; rewrite E_bind; apply: eq_E => -[t|]; by rewrite E_ret.
Qed.
End BlockVerification.

Section Instances.
Variables (R : realFieldType) (V : finType) (eos : pred V).
Variables (P Q : seq V -> V -> R) (g : nat).
Hypothesis dP : forall c, is_dist (P c).
Let never : pred (seq V) := fun _ => false.

Definition sd_block_round : round R V := joint_block_of eos never P Q g.
Section Laws.
Hypothesis dQ : forall c, is_dist (Q c).
Theorem sd_block_normalizes : normalizes sd_block_round.
Proof. exact: joint_of_normalizes. Qed.
Theorem sd_block_lossless : lossless eos P sd_block_round.
Proof. exact: joint_of_lossless. Qed.
Theorem sd_block_terminates : terminates eos sd_block_round.
Proof. exact: joint_of_terminates. Qed.
End Laws.
Theorem sd_block_acceptance (dQ : forall c, is_dist (Q c)) c : (0 < g)%N ->
  acceptance sd_block_round c = overlap (P c) (Q c).
Proof. by rewrite /sd_block_round; case: g => // g' _; apply: joint_of_acceptance. Qed.
Theorem sd_block_dominates (dQ : forall c, is_dist (Q c)) c :
  expected_accepted (sd_round eos P Q g) c <= expected_accepted sd_block_round c.
Proof. by apply: joint_of_dominates. Qed.
End Instances.

Section TliBlock.
Variables (R : realFieldType) (V : finType) (eos : pred V) (T D : pred V).
Variables (P Q : seq V -> V -> R) (g : nat).
Hypothesis P0 : forall c, nonneg (P c).
Hypothesis Q0 : forall c, nonneg (Q c).
Hypothesis P1 : forall c, mass_on (P c) T = 1.

Definition tli_block_round : round R V :=
  joint_block_of eos (no_shared_mass T D Q) (PT T P) (QS T D Q) g.

Lemma dPT c : is_dist (PT T P c). Proof. exact: PT_dist. Qed.
Lemma dQS c : ~~ no_shared_mass T D Q c -> is_dist (QS T D Q c). Proof. exact: QS_dist. Qed.

Theorem tli_block_normalizes : normalizes tli_block_round.
Proof. exact: joint_of_normalizes dPT dQS g. Qed.
Theorem tli_block_lossless : lossless eos (PT T P) tli_block_round.
Proof. exact: joint_of_lossless dPT dQS g. Qed.
Theorem tli_block_terminates : terminates eos tli_block_round.
Proof. exact: joint_of_terminates dPT dQS g. Qed.
Theorem tli_block_acceptance c : (0 < g)%N -> ~~ no_shared_mass T D Q c ->
  acceptance tli_block_round c = acceptance (tli_round eos T D P Q g) c.
Proof.
rewrite /tli_block_round /tli_round; case: g => // g' _ h.
by rewrite (joint_of_acceptance _ dPT dQS) // (sd_of_acceptance _ dPT dQS).
Qed.
Theorem tli_block_dominates c :
  expected_accepted (tli_round eos T D P Q g) c <= expected_accepted tli_block_round c.
Proof. exact: joint_of_dominates dPT dQS g c. Qed.
End TliBlock.
