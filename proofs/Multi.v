(* slrs-multi and slrs-block: propose every token of the retokenised draft.

   Psi s is the probability that the proposed word starts with s, and
   Q(x | s) = Psi (s x) / Psi s is the law of the next proposed token given the tokens
   settled so far, and given nothing else.  It is a sub-law: where the word may end, the
   missing mass is a rejection.  The draft and the map to words are arbitrary. *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block Strings.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Section Verifiers.
Variables (R : realFieldType) (V : finType) (P : seq V -> V -> R).
Variables (psi : seq V -> R) (c : seq V).
Implicit Types (s xs : seq V).

Definition cond s x := psi (rcons s x) / psi s.
Definition bumps x (o : nat * seq V) := bump x o.

(* token by token: s is already kept *)
Fixpoint multi_verify s xs : wl R (nat * seq V) :=
  let p := P (c ++ s) in
  let rejected := bind (draw (correction p (cond s))) (fun y => ret R (0%N, [:: y])) in
  if xs is x :: xs' then
    bind (flip (accept p (cond s) x)) (fun b =>
      if b then bind (multi_verify (rcons s x) xs') (fun o => ret R (bump x o))
      else rejected)
  else rejected.

(* w: the part of the target's mass still owed on this prefix *)
Definition scale (w : R) (p : V -> R) x := w * p x.
Definition hand_back w (p q : V -> R) :=
  let z := excess_mass (scale w p) q in z / (z + (1 - w)).

(* jointly, from the end: None hands the prefix back to the position before *)
Definition settle w s (o : option (nat * seq V)) : wl R (option (nat * seq V)) :=
  let p := P (c ++ s) in
  if o is Some t then ret R (Some t) else
    bind (flip (hand_back w p (cond s))) (fun b =>
      if b then bind (draw (residual (scale w p) (cond s))) (fun y => ret R (Some (0%N, [:: y])))
      else ret R None).
Fixpoint multi_block_verify w s xs : wl R (option (nat * seq V)) :=
  bind (if xs is x :: xs' then
          bind (multi_block_verify (accept (scale w (P (c ++ s))) (cond s) x) (rcons s x) xs')
               (fun o => ret R (omap (bump x) o))
        else ret R None)
       (settle w s).
End Verifiers.

Section Owed.
Variables (R : realFieldType) (V : finType).
Implicit Types (p q : V -> R).

Lemma scale_ge0 w p : 0 <= w -> nonneg p -> nonneg (scale w p).
Proof. by move=> w0 p0 x; rewrite mulr_ge0. Qed.

Lemma scale_mass w p q : is_dist p ->
  1 - overlap (scale w p) q = excess_mass (scale w p) q + (1 - w).
Proof.
move=> [_ p1]; rewrite excess_mass_gen /scale -mulr_sumr p1 mulr1.
by rewrite [RHS]addrC addrA subrK.
Qed.

(* the rejected mass times the hand-back coin is exactly what is still owed *)
Lemma owed w p q : 0 <= w <= 1 -> is_dist p ->
  let D := 1 - overlap (scale w p) q in
  let h := hand_back w p q in
  D * h = excess_mass (scale w p) q /\ D * (1 - h) = 1 - w.
Proof.
case/andP=> w0 w1 dp; rewrite /= scale_mass // /hand_back; set z := excess_mass _ _.
have z0 : 0 <= z by exact: excess_mass_ge0.
have [e|ne] := eqVneq (z + (1 - w)) 0.
  move: (e) => /eqP; rewrite paddr_eq0 ?subr_ge0 // => /andP[/eqP ze /eqP we].
  by rewrite e !mul0r ze we.
have e : (z + (1 - w)) * (z / (z + (1 - w))) = z by rewrite mulrC divfK.
by rewrite mulrBr mulr1 e addrAC subrr add0r.
Qed.

Lemma hand_back01 w p q : 0 <= w <= 1 -> 0 <= hand_back w p q <= 1.
Proof.
case/andP=> w0 w1; rewrite /hand_back; set z := excess_mass _ _.
have z0 : 0 <= z by exact: excess_mass_ge0.
have u0 : 0 <= 1 - w by rewrite subr_ge0.
have d0 : 0 <= z + (1 - w) by rewrite addr_ge0.
rewrite divr_ge0 //=; have [->|ne] := eqVneq (z + (1 - w)) 0; first by rewrite invr0 mulr0 ler01.
by rewrite ler_pdivr_mulr ?mul1r ?ler_addl // lt_neqAle eq_sym ne.
Qed.

(* the residual is only drawn where it is a law *)
Lemma hand_back_neq0 w p q : hand_back w p q != 0 -> is_dist (residual (scale w p) q).
Proof.
by move=> h; apply: residual_dist; apply: contraNneq h => z; rewrite /hand_back z mul0r.
Qed.

Lemma scaled_step w p q (F : V -> R) T r : 0 <= w <= 1 -> is_dist p -> nonneg q ->
  T = hand_back w p q * (\sum_y residual (scale w p) q y * F y) + (1 - hand_back w p q) * r ->
  \sum_x q x * accept (scale w p) q x * F x + (1 - overlap (scale w p) q) * T
  = w * (\sum_x p x * F x) + (1 - w) * r.
Proof.
move=> wb dp q0 ->; have [/= Dh D1] := owed q wb dp.
have wp0 : nonneg (scale w p) by apply: scale_ge0; [case/andP: wb|case: dp].
rewrite mulrDr [_ * (hand_back _ _ _ * _)]mulrA [_ * ((1 - _) * _)]mulrA Dh D1 addrA.
congr (_ + _); rewrite !mulr_sumr -big_split /=; apply: eq_bigr => x _.
rewrite draft_accept // mulrA residual_recover -mulrDl min_excess.
by rewrite /scale -mulrA.
Qed.
End Owed.

Section Multi.
Variables (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R).
Variables (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V).
Hypothesis dP : forall c, is_dist (P c).
Hypothesis dD : forall c, is_law (draft c).
Implicit Types (c s : seq V).
Let never : pred V := fun _ => false.

(* the exact law of the proposed word: probability that it starts with s *)
Definition Psi c s : R := E (draft c) (fun a => (prefix s (retok c a))%:R).

Definition slrs_multi_round : round R V :=
  fun c => bind (draft c) (fun a => multi_verify P (Psi c) c [::] (retok c a)).
Definition slrs_block_round : round R V := fun c =>
  bind (draft c) (fun a =>
  bind (multi_block_verify P (Psi c) c 1 [::] (retok c a)) (fun o => ret R (odflt (0%N, [::]) o))).

(* ---- Psi ---- *)
Lemma draft_weights c : weights_ge0 (draft c). Proof. by case: (dD c). Qed.

Lemma Psi_ge0 c s : 0 <= Psi c s.
Proof. by apply: E_ge0 => [|a]; [exact: draft_weights|rewrite ler0n]. Qed.

Lemma Psi_nil c : Psi c [::] = 1.
Proof. by rewrite -[RHS](proj2 (dD c)); apply: eq_E => a; rewrite prefix0s. Qed.

Lemma prefix_step s x t y : prefix (rcons s x) (s ++ y :: t) = (x == y).
Proof. by elim: s => [|z s IH] /=; rewrite ?prefix0s ?andbT // eqxx. Qed.

Lemma prefix_step_nil s x : prefix (rcons s x) s = false.
Proof. by elim: s => //= z s ->; rewrite andbF. Qed.

Lemma prefix_rcons_le s x w : prefix (rcons s x) w -> prefix s w.
Proof. by elim: s w => [|z s IH] [|y w] //= /andP[-> /IH]. Qed.

Lemma Psi_rcons_le c s x : Psi c (rcons s x) <= Psi c s.
Proof.
apply: E_le => [|a]; first exact: draft_weights.
by rewrite ler_nat; case h: (prefix (rcons s x) _) => //; rewrite (prefix_rcons_le h).
Qed.

Lemma cond_mul c s x : Psi c s * cond (Psi c) s x = Psi c (rcons s x).
Proof.
rewrite /cond; have [z|nz] := eqVneq (Psi c s) 0; last by rewrite mulrC divfK.
by rewrite z mul0r; apply/eqP; rewrite eq_le Psi_ge0 -z Psi_rcons_le.
Qed.

Lemma cond_ge0 c s : nonneg (cond (Psi c) s).
Proof. by move=> x; rewrite divr_ge0 // Psi_ge0. Qed.

(* splitting a draft that starts with s by what it proposes next *)
Lemma split_next s w (X : V -> seq V -> R) r :
  (prefix s w)%:R * (if drop (size s) w is x :: w' then X x w' else r)
  = (prefix s w)%:R * r
    + \sum_x (prefix (rcons s x) w)%:R * (X x (drop (size (rcons s x)) w) - r).
Proof.
have [/prefixP[t ->]|np] := boolP (prefix s w); last first.
  rewrite !mul0r add0r big1 // => x _.
  case h: (prefix (rcons s x) w); last by rewrite mul0r.
  by rewrite (prefix_rcons_le h) in np.
rewrite mul1r drop_size_cat //; case: t => [|y t].
  by rewrite mul1r big1 ?addr0 // => x _; rewrite cats0 prefix_step_nil mul0r.
rewrite mul1r (bigD1 y) //= prefix_step eqxx mul1r big1 ?addr0 => [|x nx]; last first.
  by rewrite prefix_step (negbTE nx) mul0r.
by rewrite -cat_rcons drop_size_cat // addrC subrK.
Qed.

Lemma E_split_next c s (X : V -> seq V -> R) r :
  E (draft c) (fun a => (prefix s (retok c a))%:R *
    (if drop (size s) (retok c a) is x :: w' then X x w' else r))
  = Psi c s * r + \sum_x (E (draft c) (fun a => (prefix (rcons s x) (retok c a))%:R *
      X x (drop (size (rcons s x)) (retok c a))) - Psi c (rcons s x) * r).
Proof.
rewrite (eq_E _ (fun a => split_next s (retok c a) X r)) E_add E_sum E_scaler.
congr (_ + _); apply: eq_bigr => x _; rewrite -E_scaler -E_sub.
by apply: eq_E => a; rewrite mulrBr.
Qed.

(* induction over the settled prefix: words are bounded because the draft is a finite list *)
Lemma prefix_ind c (C : seq V -> Prop) :
  (forall s, (forall a, List.In a (draft c) -> prefix s (retok c a.2) = false) -> C s) ->
  (forall s, (forall x, C (rcons s x)) -> C s) -> forall s, C s.
Proof.
move=> base step.
have [N hN] : exists N, forall a, List.In a (draft c) -> (size (retok c a.2) <= N)%N.
  elim: (draft c) => [|a d [N h]]; first by exists 0%N.
  exists (maxn (size (retok c a.2)) N) => b /= [<-|/h]; rewrite leq_max ?leqnn //.
  by move=> ->; rewrite orbT.
move=> s; have [m] := ubnP (N.+1 - size s); elim: m s => // m IH s hm.
have [big|small] := ltnP N (size s).
  apply: base => a i; apply/negP => /size_prefix h.
  by have := leq_trans h (hN a i); rewrite leqNgt big.
apply: step => x; apply: IH; rewrite size_rcons subSS.
by move: hm; rewrite subSn // ltnS.
Qed.

Lemma E_dead c s F : (forall a, List.In a (draft c) -> prefix s (retok c a.2) = false) ->
  E (draft c) (fun a => (prefix s (retok c a))%:R * F a) = 0.
Proof.
move=> h; rewrite (eq_E_surely (g := fun=> 0)) ?E_const ?mulr0 //.
by split=> a i _; rewrite h // mul0r.
Qed.

Lemma Psi_dead c s : (forall a, List.In a (draft c) -> prefix s (retok c a.2) = false) ->
  Psi c s = 0.
Proof.
move=> h; rewrite -[RHS](E_dead (fun=> 1) h); apply: eq_E => a; by rewrite mulr1.
Qed.

(* pure algebra, used below *)
Lemma alg (a u x r : R) : a * (u * x) + u * ((1 - a) * r) - u * r = u * (a * x - a * r).
Proof.
rewrite mulrBl mul1r [u * (r - _)]mulrBr addrA addrAC addrK.
by rewrite mulrCA [in RHS]mulrBr.
Qed.

Lemma alg2 (a u x r : R) : u * (a * x + (1 - a) * r) - u * r = u * (a * x - a * r).
Proof. by rewrite -alg mulrDr [u * (a * _)]mulrCA. Qed.

(* ---- slrs-multi ---- *)
Lemma multi_verify_law c s xs : is_law (multi_verify P (Psi c) c s xs).
Proof.
have rej s' : is_law (bind (draw (correction (P (c ++ s')) (cond (Psi c) s')))
    (fun y => ret R (0%N, [:: y]))).
  by apply: is_law_bind_all => [|y]; [exact/is_law_draw/correction_dist|exact: is_law_ret].
elim: xs s => [|x xs IH] s //=; apply: is_law_bind_all => [|[]] //.
  by apply/is_law_flip/accept01; [case: (dP (c ++ s))|exact: cond_ge0].
by apply: is_law_bind_all => // o; exact: is_law_ret.
Qed.

Lemma multi_verify_emits c s xs :
  surely (multi_verify P (Psi c) c s xs) (fun o => o.2 <> [::]).
Proof.
have rej p : surely (bind (draw p) (fun y => ret R (0%N, [:: y] : seq V))) (fun o => o.2 <> [::]).
  by apply/surely_bind/surely_all => y; exact: surely_ret.
case: xs => [|x xs] //=; apply/surely_bind/surely_all => -[] //.
by apply/surely_bind/surely_all => o; exact: surely_ret.
Qed.

Theorem slrs_multi_normalizes : normalizes slrs_multi_round.
Proof. by move=> c; apply: is_law_bind_all => // a; exact: multi_verify_law. Qed.
Lemma slrs_multi_emits : emits slrs_multi_round.
Proof. by move=> c; apply/surely_bind/surely_all => a; exact: multi_verify_emits. Qed.

Lemma E_multi_verify c s xs F : E (multi_verify P (Psi c) c s xs) F =
  let p := P (c ++ s) in let q := cond (Psi c) s in
  let r := \sum_y correction p q y * F (0%N, [:: y]) in
  if xs is x :: xs' then
    accept p q x * E (multi_verify P (Psi c) c (rcons s x) xs') (fun o => F (bump x o))
    + (1 - accept p q x) * r
  else r.
Proof.
have e p : E (bind (draw p) (fun y => ret R (0%N, [:: y]))) F = \sum_y p y * F (0%N, [:: y]).
  by rewrite E_bind E_draw; apply: eq_bigr => y _; rewrite E_ret.
case: xs => [|x xs]; rewrite [multi_verify _ _ _ _ _]/= ?e // E_bind E_flip e E_bind.
by congr (_ * _ + _); apply: eq_E => o; rewrite E_ret.
Qed.

Lemma multi_law c s n f :
  E (draft c) (fun a => (prefix s (retok c a))%:R *
    E (multi_verify P (Psi c) c s (drop (size s) (retok c a)))
      (fun o => E (complete never P n (c ++ s) o.2) f))
  = Psi c s * E (target never P n (c ++ s)) f.
Proof.
move: s n f; apply: (prefix_ind (c := c)) => [s dead n f|s IH [|n] f].
- by rewrite E_dead // Psi_dead // mul0r.
- rewrite [target _ _ _ _]/= E_ret -E_scaler; apply: eq_E => a; congr (_ * _).
  transitivity (E (multi_verify P (Psi c) c s (drop (size s) (retok c a))) (fun=> f [::])).
    by apply: eq_E => o; rewrite ?E_complete0 ?E_ret.
  by rewrite E_const (proj2 (multi_verify_law _ _ _)) mul1r.
set p := P (c ++ s); set q := cond (Psi c) s.
pose G x := E (complete never P n.+1 (c ++ s) [:: x]) f.
pose r := \sum_y correction p q y * G y.
pose X x xs := accept p q x * E (multi_verify P (Psi c) c (rcons s x) xs)
   (fun o => E (complete never P n (c ++ rcons s x) o.2) (fun t => f (x :: t)))
   + (1 - accept p q x) * r.
rewrite (eq_E _ (g := fun a => (prefix s (retok c a))%:R *
    (if drop (size s) (retok c a) is x :: w' then X x w' else r))); last first.
  move=> a; congr (_ * _); rewrite E_multi_verify; case: (drop _ _) => [|x xs] //.
  congr (_ * _ + _); apply: eq_E => o.
  by rewrite E_complete_cons -rcons_cat.
rewrite E_split_next E_targetS -/p -(one_step _ (dP _) (cond_ge0 c s)) -/p -/q -/r.
transitivity (Psi c s * r + \sum_x Psi c s * (q x * accept p q x * G x - q x * accept p q x * r)).
  congr (_ + _); apply: eq_bigr => x _; rewrite /X.
  rewrite (eq_E _ (g := fun a => accept p q x * ((prefix (rcons s x) (retok c a))%:R *
     E (multi_verify P (Psi c) c (rcons s x) (drop (size (rcons s x)) (retok c a)))
       (fun o => E (complete never P n (c ++ rcons s x) o.2) (fun t => f (x :: t))))
     + (prefix (rcons s x) (retok c a))%:R * ((1 - accept p q x) * r))); last first.
    by move=> a; rewrite mulrDr mulrCA.
  rewrite E_add E_scale IH E_scaler -/(Psi c (rcons s x)) -(cond_mul c s x) -/q.
  have -> : E (target never P n (c ++ rcons s x)) (fun t => f (x :: t)) = G x.
    by rewrite /G E_complete_cons complete_nil -rcons_cat.
  by rewrite alg -mulrA; congr (_ * _); rewrite mulrBr !mulrA.
rewrite -mulr_sumr -mulrDr sumrB -mulr_suml; congr (_ * _).
rewrite acceptance_rate; [|by case: (dP (c ++ s))|exact: cond_ge0].
by rewrite mulrBl mul1r addrCA.
Qed.

Theorem slrs_multi_lossless : lossless eos P slrs_multi_round.
Proof.
apply: (rounds_lossless _ slrs_multi_emits); apply: one_round_cut => // c n f.
have := multi_law c [::] n f; rewrite cats0 Psi_nil mul1r => <-.
rewrite E_bind; apply: eq_E => a; by rewrite prefix0s mul1r drop0.
Qed.
Theorem slrs_multi_terminates : terminates eos slrs_multi_round.
Proof. exact/rounds_terminate/slrs_multi_emits. Qed.

(* the first proposed token is kept as often as slrs keeps it *)
Theorem slrs_multi_acceptance c :
  acceptance slrs_multi_round c = overlap (P c) (fun x => Psi c [:: x]).
Proof.
rewrite /acceptance E_bind -acceptance_rate; [|by case: (dP c)|by move=> x; exact: Psi_ge0].
have q x : cond (Psi c) [::] x = Psi c [:: x] by rewrite /cond Psi_nil divr1.
transitivity (E (draft c) (fun a => (prefix [::] (retok c a))%:R *
   (if drop (size ([::] : seq V)) (retok c a) is x :: _ then accept (P c) (cond (Psi c) [::]) x else 0))).
  apply: eq_E => a; rewrite prefix0s mul1r drop0 E_multi_verify /= cats0.
  rewrite big1 ?mulr0 ?addr0 => [|y _]; last by rewrite mulr0.
  case: (retok c a) => [|x xs] //.
  by rewrite mulr0 addr0 [E _ _](proj2 (multi_verify_law c [:: x] xs)) mulr1.
rewrite (E_split_next c [::] (fun x _ => accept (P c) (cond (Psi c) [::]) x) 0) mulr0 add0r; apply: eq_bigr => x _.
by rewrite mulr0 subr0 E_scaler -/(Psi c _) /accept q.
Qed.

(* ---- slrs-block ---- *)
Lemma E_settle w s c o F : E (settle P (Psi c) c w s o) F =
  let p := P (c ++ s) in let q := cond (Psi c) s in let h := hand_back w p q in
  if o is Some t then F (Some t)
  else h * (\sum_y residual (scale w p) q y * F (Some (0%N, [:: y]))) + (1 - h) * F None.
Proof.
case: o => [t|]; rewrite /settle ?E_ret // E_bind E_flip E_ret E_bind E_draw.
by congr (_ * _ + _); apply: eq_bigr => y _; rewrite E_ret.
Qed.

Lemma E_multi_block c w s xs F : E (multi_block_verify P (Psi c) c w s xs) F =
  let p := P (c ++ s) in let q := cond (Psi c) s in let h := hand_back w p q in
  let T := h * (\sum_y residual (scale w p) q y * F (Some (0%N, [:: y]))) + (1 - h) * F None in
  if xs is x :: xs' then
    E (multi_block_verify P (Psi c) c (accept (scale w p) q x) (rcons s x) xs')
      (fun o => if o is Some t then F (Some (bump x t)) else T)
  else T.
Proof.
case: xs => [|x xs]; rewrite [multi_block_verify _ _ _ _ _ _]/= E_bind.
  by rewrite E_ret E_settle.
by rewrite E_bind; apply: eq_E => o; rewrite E_ret E_settle; case: o.
Qed.

Lemma accept_scale01 c w s x : 0 <= w ->
  0 <= accept (scale w (P (c ++ s))) (cond (Psi c) s) x <= 1.
Proof.
move=> w0; apply: accept01; last exact: cond_ge0.
by apply: scale_ge0 => //; case: (dP (c ++ s)).
Qed.

Lemma settle_law c w s o : 0 <= w <= 1 -> is_law (settle P (Psi c) c w s o).
Proof.
move=> wb; case: o => [t|]; rewrite /settle; first exact: is_law_ret.
apply: is_law_bind; first exact/is_law_flip/hand_back01.
split=> u /= [<-|[<-|//]] /=; last by move=> _; exact: is_law_ret.
move=> h; apply: is_law_bind_all => [|y]; last exact: is_law_ret.
exact/is_law_draw/hand_back_neq0.
Qed.

Lemma multi_block_law c w s xs : 0 <= w <= 1 ->
  is_law (multi_block_verify P (Psi c) c w s xs).
Proof.
elim: xs w s => [|x xs IH] w s wb /=; apply: is_law_bind_all.
- exact: is_law_ret.
- by move=> o; exact: settle_law.
- apply: is_law_bind_all => [|o]; last exact: is_law_ret.
  by apply: IH; apply: accept_scale01; case/andP: wb.
- by move=> o; exact: settle_law.
Qed.

Lemma owed_law c s w n f r : 0 <= w <= 1 ->
  E (draft c) (fun a => (prefix s (retok c a))%:R *
    E (multi_block_verify P (Psi c) c w s (drop (size s) (retok c a)))
      (fun o => if o is Some t then E (complete never P n (c ++ s) t.2) f else r))
  = Psi c s * (w * E (target never P n (c ++ s)) f + (1 - w) * r).
Proof.
move: s w n f r; apply: (prefix_ind (c := c)) => [s dead w n f r _|s IH w n f r wb].
  by rewrite E_dead // Psi_dead // mul0r.
set p := P (c ++ s); set q := cond (Psi c) s; set h := hand_back w p q.
pose G x := E (complete never P n (c ++ s) [:: x]) f.
pose T := h * (\sum_y residual (scale w p) q y * G y) + (1 - h) * r.
pose f' x t := f (if n is 0 then [::] else x :: t).
have GE x : G x = E (target never P n.-1 (c ++ rcons s x)) (f' x).
  rewrite /G /f'; case: (n) => [|m]; first by rewrite E_complete0 /= E_ret.
  by rewrite E_complete_cons complete_nil -rcons_cat.
pose w' x := accept (scale w p) q x.
pose X x xs := E (multi_block_verify P (Psi c) c (w' x) (rcons s x) xs)
   (fun o => if o is Some t then E (complete never P n.-1 (c ++ rcons s x) t.2) (f' x) else T).
rewrite (eq_E _ (g := fun a => (prefix s (retok c a))%:R *
    (if drop (size s) (retok c a) is x :: xs then X x xs else T))); last first.
  move=> a; congr (_ * _); rewrite E_multi_block; case: (drop _ _) => [|x xs] //.
  apply: eq_E => -[t|] //; rewrite /f'; case: (n) => [|m]; first by rewrite !E_complete0.
  by rewrite E_complete_cons -rcons_cat.
have tgt : \sum_x p x * G x = E (target never P n (c ++ s)) f.
  rewrite /G; case: (n) => [|m]; last by rewrite E_targetS.
  rewrite /= E_ret.
  by rewrite -mulr_suml (proj2 (dP _)) mul1r.
rewrite E_split_next -tgt -(scaled_step wb (dP _) (cond_ge0 c s) (erefl T)).
transitivity (Psi c s * T + \sum_x Psi c s * (q x * w' x * G x - q x * w' x * T)).
  congr (_ + _); apply: eq_bigr => x _; rewrite /X IH; last by apply: accept_scale01; case/andP: wb.
  rewrite -(cond_mul c s x) -/q -GE -/(w' x) alg2 -mulrA.
  by congr (_ * _); rewrite mulrBr !mulrA.
rewrite -mulr_sumr -mulrDr sumrB -mulr_suml; congr (_ * _).
rewrite acceptance_rate; [|by apply: scale_ge0; [case/andP: wb|case: (dP (c ++ s))]|exact: cond_ge0].
by rewrite mulrBl mul1r addrCA.
Qed.

Lemma multi_block_emits c w s xs :
  surely (multi_block_verify P (Psi c) c w s xs) (fun o => if o is Some t then t.2 <> [::] else True).
Proof.
have st w' s' o : (if o is Some t then t.2 <> [::] else True) ->
    surely (settle P (Psi c) c w' s' o) (fun o => if o is Some t then t.2 <> [::] else True).
  case: o => [t|] ht; rewrite /settle; first exact: surely_ret.
  apply/surely_bind/surely_all => -[]; last exact: surely_ret.
  by apply/surely_bind/surely_all => y; exact: surely_ret.
elim: xs w s => [|x xs IH] w s /=; apply: surely_bind; first by apply: surely_ret; exact: st.
apply: surely_bind; apply: sub_surely (IH _ _) => -[t|] ht; apply: surely_ret; exact: st.
Qed.

(* nothing is owed before the first token, so the whole word is never handed back *)
Lemma multi_block_returns c :
  surely (draft c) (fun a =>
    surely (multi_block_verify P (Psi c) c 1 [::] (retok c a)) (fun o => isSome o)).
Proof.
have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
have e := owed_law c [::] 0 (fun=> 0) 1 b1.
rewrite subrr mul0r addr0 mul1r cats0 Psi_nil mul1r /= E_ret in e.
have e' : E (draft c) (fun a => E (multi_block_verify P (Psi c) c 1 [::] (retok c a))
    (fun o => (~~ isSome o)%:R)) = 0.
  rewrite -[RHS]e; apply: eq_E => a; rewrite prefix0s mul1r drop0; apply: eq_E => -[t|] //.
have l a := multi_block_law c [::] (retok c a) b1.
apply: sub_surely (surely_eq0 (@draft_weights c) _ e') => a; last first.
  by apply: E_ge0 => [|o]; [case: (l a)|rewrite ler0n].
by apply: surely_E0; case: (l a).
Qed.

Theorem slrs_block_normalizes : normalizes slrs_block_round.
Proof.
move=> c; apply: is_law_bind_all => // a; apply: is_law_bind_all => [|o]; last exact: is_law_ret.
by apply: multi_block_law; rewrite ler01 lexx.
Qed.
Lemma slrs_block_emits : emits slrs_block_round.
Proof.
move=> c; apply: surely_bind; split=> a i nz; apply: surely_bind; split=> o j oz.
apply: surely_ret; have := sure (sure (multi_block_returns c) i nz) j oz.
by have := sure (multi_block_emits c 1 [::] (retok c a.2)) j oz; case: (o.2).
Qed.

Theorem slrs_block_lossless : lossless eos P slrs_block_round.
Proof.
apply: (rounds_lossless _ slrs_block_emits); apply: one_round_cut => // c n f.
have b1 : 0 <= (1 : R) <= 1 by rewrite ler01 lexx.
have := owed_law c [::] n f 0 b1; rewrite subrr mul0r addr0 mul1r cats0 Psi_nil mul1r => <-.
rewrite E_bind; apply: eq_E_surely; split=> a i nz.
rewrite prefix0s mul1r drop0 E_bind; apply: eq_E_surely; split=> o j oz; rewrite E_ret.
by have := sure (sure (multi_block_returns c) i nz) j oz; case: (o.2).
Qed.
Theorem slrs_block_terminates : terminates eos slrs_block_round.
Proof. exact/rounds_terminate/slrs_block_emits. Qed.
End Multi.
