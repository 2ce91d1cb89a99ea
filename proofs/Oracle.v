(* The definitions of the theorems, instantiated at Coq's rationals and at the
   vocabulary {0, .., n-1}, and extracted.

   Contexts and words cross as lists of numbers.  Nothing is redefined: every function
   below is a definition of this folder under [lift] (numbers to ordinals) and [show]
   (ordinals to numbers).  psi and Psi are arguments so that the caller may keep a table
   of them; [slrs_as_proved] and its companions say that with the exact push-forward in
   that place the function is the round of the theorem. *)
From Coq Require Import QArith Qcanon.
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block Speculative Strings Multi.
From Lossless Require Import BlockVerification Candidates Hybrids QcField.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.

Notation K := Qc_realFieldType.
Notation table A := (seq (Qc * A)).

(* equal functions give equal programs *)
Section Ext.
Variables (R : realFieldType) (V : finType).
Implicit Types (p q : V -> R).
Lemma eq_bind A B (d : wl R A) (k k' : A -> wl R B) : k =1 k' -> bind d k = bind d k'.
Proof. by move=> e; rewrite /bind; elim: d [::] => //= w d IH acc; rewrite e IH. Qed.
Lemma eq_draw p q : p =1 q -> draw p = draw q.
Proof. by move=> e; apply: eq_map => x; rewrite e. Qed.
Lemma eq_accept p q q' x : q =1 q' -> accept p q x = accept p q' x.
Proof. by move=> e; rewrite /accept e. Qed.
Lemma eq_excess_mass p q q' : q =1 q' -> excess_mass p q = excess_mass p q'.
Proof. by move=> e; apply: eq_bigr => x _; rewrite /excess e. Qed.
Lemma eq_residual p q q' : q =1 q' -> residual p q =1 residual p q'.
Proof. by move=> e x; rewrite /residual (eq_excess_mass p e) /excess e. Qed.
Lemma eq_correction p q q' : q =1 q' -> correction p q =1 correction p q'.
Proof.
move=> e x; rewrite /correction (eq_excess_mass p e); case: ifP => // _.
exact: eq_residual.
Qed.
Lemma eq_thinned p k k' : k =1 k' -> thinned p k =1 thinned p k'.
Proof.
move=> e x; rewrite /thinned (eq_bigr (fun y => p y * k' y)%R) => [|y _]; last by rewrite e.
by case: ifP => // _; rewrite e.
Qed.
Lemma eq_string_verify p q q' r r' o : q =1 q' -> r =1 r' ->
  string_verify p q r o = string_verify p q' r' o.
Proof.
by move=> e er; rewrite /string_verify (eq_draw er); case: o => // x; rewrite (eq_accept p x e).
Qed.
Lemma eq_cond (f f' : seq V -> R) s : f =1 f' -> cond f s =1 cond f' s.
Proof. by move=> e x; rewrite /cond !e. Qed.
Lemma eq_multi_verify P (f f' : seq V -> R) c s xs : f =1 f' ->
  multi_verify P f c s xs = multi_verify P f' c s xs.
Proof.
move=> e; elim: xs s => [|x xs IH] s /=.
  by rewrite (eq_draw (eq_correction _ (eq_cond s e))).
rewrite (eq_draw (eq_correction _ (eq_cond s e))) (eq_accept _ _ (eq_cond s e)).
by apply: eq_bind => -[]; rewrite ?IH.
Qed.
Lemma eq_hand_back w p q q' : q =1 q' -> hand_back w p q = hand_back w p q'.
Proof. by move=> e; rewrite /hand_back (eq_excess_mass _ e). Qed.
Lemma eq_settle P (f f' : seq V -> R) c w s o : f =1 f' ->
  settle P f c w s o = settle P f' c w s o.
Proof.
move=> e; rewrite /settle; case: o => // .
by rewrite (eq_hand_back _ _ (eq_cond s e)) (eq_draw (eq_residual _ (eq_cond s e))).
Qed.
Lemma eq_multi_block_verify P (f f' : seq V -> R) c w s xs : f =1 f' ->
  multi_block_verify P f c w s xs = multi_block_verify P f' c w s xs.
Proof.
move=> e; elim: xs w s => [|x xs IH] w s /=; first by apply: eq_bind => o; exact: eq_settle.
rewrite (eq_accept _ _ (eq_cond s e)) IH; apply: eq_bind => o; exact: eq_settle.
Qed.
Lemma eq_pair_verify p q q' l l' o o' : q =1 q' -> l =1 l' ->
  pair_verify p q l o o' = pair_verify p q' l' o o'.
Proof.
move=> e el; have ee : excess p q =1 excess p q' by move=> x; rewrite /excess e.
have em : excess_mass (excess p q) l = excess_mass (excess p q') l'.
  by apply: eq_bigr => x _; rewrite /excess e el.
have er : pair_correction p (excess p q) l =1 pair_correction p (excess p q') l'.
  move=> x; rewrite /pair_correction em; case: ifP => // _.
  by rewrite /residual em /excess e el.
have en : string_verify (excess p q) l (pair_correction p (excess p q) l) o'
    = string_verify (excess p q') l' (pair_correction p (excess p q') l') o'.
  by rewrite /string_verify (eq_draw er); case: o' => // y; rewrite /accept ee el.
by rewrite /pair_verify en; case: o => // x; rewrite (eq_accept p x e).
Qed.
End Ext.

Section Oracle.
Variable n : nat.
Notation V := (ordinal_finType n).
Notation model := (seq nat -> nat -> Qc).

Definition lift (M : model) : seq V -> V -> K :=
  fun c x => M (map (@nat_of_ord n) c) (nat_of_ord x).
Definition ctx (c : seq nat) : seq V := pmap insub c.
Definition at_ord (p : nat -> bool) : pred V := fun x => p (nat_of_ord x).
Definition show (d : wl K (nat * seq V)) : table (nat * seq nat) :=
  bind d (fun o => ret K (o.1, map (@nat_of_ord n) o.2)).
Definition show_words (d : wl K (seq V)) : table (seq nat) :=
  bind d (fun s => ret K (map (@nat_of_ord n) s)).

Variables (stop : nat -> bool) (P Q : model).

Definition target_law k c := show_words (target (at_ord stop) (lift P) k (ctx c)).
Definition autoregressive_law c := show (autoregressive_round (lift P) (ctx c)).
Definition sd_law g c := show (sd_round (at_ord stop) (lift P) (lift Q) g (ctx c)).
Definition sd_block_law g c := show (sd_block_round (at_ord stop) (lift P) (lift Q) g (ctx c)).
Definition union_law (T D : nat -> bool) g c :=
  show (union_round (at_ord stop) (at_ord T) (at_ord D) (lift P) (lift Q) g (ctx c)).
Definition tli_law (T D : nat -> bool) g c :=
  show (tli_round (at_ord stop) (at_ord T) (at_ord D) (lift P) (lift Q) g (ctx c)).
Definition tli_block_law (T D : nat -> bool) g c :=
  show (tli_block_round (at_ord stop) (at_ord T) (at_ord D) (lift P) (lift Q) g (ctx c)).
Definition rrs_law k c := show (rrs_round (lift P) (lift Q) k (ctx c)).
Definition k_seq_law k (rho : Qc) c := show (k_seq_round (lift P) (lift Q) k (rho : K) (ctx c)).

(* text algorithms: [words] is the law of the drafted text's target tokens *)
Variable words : table (seq nat).
Definition word_of (_ : seq V) (w : seq nat) : seq V := ctx w.
Definition first_of (_ : seq V) (w : seq nat) : option V := ohead (ctx w).
Definition slem_law c := show (slem_round (lift P) (fun _ => words : wl K _) word_of (ctx c)).

Definition token_psi_law (x : nat) : Qc :=
  if insub x is Some y then psi (fun _ => words : wl K _) first_of [::] (y : V) else 0%R : K.
Definition word_psi_law (s : seq nat) : Qc := Psi (fun _ => words : wl K _) word_of [::] (ctx s).

Definition slrs_law (q : nat -> Qc) c :=
  let p := lift P (ctx c) in let q' := fun x : V => q (nat_of_ord x) : K in
  show (bind (words : wl K _) (fun w => string_verify p q' (correction p q') (first_of [::] w))).
Definition slrs_thinned_law (q : nat -> Qc) c :=
  let p := lift P (ctx c) in let q' := fun x : V => q (nat_of_ord x) : K in
  show (bind (words : wl K _) (fun w => string_verify p q' (thinned p (keep p q')) (first_of [::] w))).
Definition slrs_multi_law (q : seq nat -> Qc) c :=
  show (bind (words : wl K _) (fun w =>
    multi_verify (lift P) (fun s => q (map (@nat_of_ord n) s) : K) (ctx c) [::] (ctx w))).
Definition slrs_block_law (q : seq nat -> Qc) c :=
  show (bind (words : wl K _) (fun w => bind
    (multi_block_verify (lift P) (fun s => q (map (@nat_of_ord n) s) : K) (ctx c) (1%R : K) [::] (ctx w))
    (fun o => ret K (odflt (0%N, [::]) o)))).

(* slrs-hybrid: [words] comes from [hybrid_word]; a kept stop token ends the round *)
Definition hybrid_word (same : nat -> option nat) (text : seq nat) (drafts : seq nat) : seq nat :=
  map (@nat_of_ord n) (shared_else_text (fun d => obind insub (same d) : option V) (fun _ _ => ctx text) [::] drafts).
Definition slrs_hybrid_law (q : seq nat -> Qc) c :=
  show (bind (bind (words : wl K _) (fun w =>
    multi_verify (lift P) (fun s => q (map (@nat_of_ord n) s) : K) (ctx c) [::] (ctx w)))
    (fun o => ret K (stop_at (at_ord stop) o))).

(* slrs-pair: a word is the two candidates, n where there is none *)
Definition pair_first (_ : seq V) (w : seq nat) : option V := insub (nth n w 0).
Definition pair_second (_ : seq V) (w : seq nat) : option V := insub (nth n w 1).
Definition pair_psi_law (x : nat) : Qc :=
  if insub x is Some y then psi (fun _ => words : wl K _) pair_first [::] (y : V) else 0%R : K.
Definition pair_rejected_law (q : nat -> Qc) c (y : nat) : Qc :=
  if insub y is Some y' then E (words : wl K _) (fun w =>
    (1 - kept_first (lift P (ctx c)) (fun x : V => q (nat_of_ord x) : K) (pair_first [::] w))
    * (pair_second [::] w == Some (y' : V))%:R)%R
  else 0%R : K.
Definition slrs_pair_law (q l : nat -> Qc) c :=
  show (bind (words : wl K _) (fun w =>
    pair_verify (lift P (ctx c)) (fun x : V => q (nat_of_ord x) : K) (fun x : V => l (nat_of_ord x) : K)
      (pair_first [::] w) (pair_second [::] w))).

(* generation from any table of rounds *)
Definition generation_law (rounds : seq nat -> table (nat * seq nat)) k c :=
  show_words (generation (at_ord stop)
    (fun c => bind (rounds (map (@nat_of_ord n) c) : wl K _) (fun o => ret K (o.1, ctx o.2))) k (ctx c)).

(* ---- these are the functions of the theorems ---- *)
Lemma ctxK (c : seq V) : ctx (map (@nat_of_ord n) c) = c.
Proof. by elim: c => //= x c IH; rewrite /ctx /= valK /= -/(ctx _) IH. Qed.

Lemma slrs_as_proved q c :
  (forall x : V, q (nat_of_ord x) = psi (fun _ => words : wl K _) first_of (ctx c) x) ->
  slrs_law q c = show (slrs_round (lift P) (fun _ => words : wl K _) first_of (ctx c)) /\
  slrs_thinned_law q c = show (slrs_thinned_round (lift P) (fun _ => words : wl K _) first_of (ctx c)).
Proof.
move=> e; split; congr show; apply: eq_bind => w; apply: eq_string_verify => //.
- by move=> x; apply: eq_correction.
- by move=> x; apply: eq_thinned => y; rewrite /keep e.
Qed.

Lemma slrs_multi_as_proved q c :
  (forall s : seq V, q (map (@nat_of_ord n) s) = Psi (fun _ => words : wl K _) word_of (ctx c) s) ->
  slrs_multi_law q c = show (slrs_multi_round (lift P) (fun _ => words : wl K _) word_of (ctx c)).
Proof. by move=> e; congr show; apply: eq_bind => w; exact: eq_multi_verify. Qed.

Lemma slrs_block_as_proved q c :
  (forall s : seq V, q (map (@nat_of_ord n) s) = Psi (fun _ => words : wl K _) word_of (ctx c) s) ->
  slrs_block_law q c = show (slrs_block_round (lift P) (fun _ => words : wl K _) word_of (ctx c)).
Proof.
move=> e; rewrite /slrs_block_law /slrs_block_round; apply: (congr1 show).
apply: eq_bind => w; apply: (congr1 (fun d => bind d _)).
by apply: eq_multi_block_verify => s; exact: e.
Qed.

(* the drafts' words through [hybrid_word], so that the round's own map has no more to do *)
Lemma slrs_hybrid_as_proved q c :
  (forall s : seq V, q (map (@nat_of_ord n) s) =
     Psi (fun _ => words : wl K _) (shared_else_text (fun _ => None) word_of) (ctx c) s) ->
  slrs_hybrid_law q c = show (slrs_hybrid_round (at_ord stop) (lift P) (fun _ : nat => None)
    (fun _ => words : wl K _) word_of (ctx c)).
Proof.
move=> e; congr show; rewrite /slrs_hybrid_round /slrs_multi_round; congr bind.
apply: eq_bind => w; rewrite (eq_multi_verify (lift P) (ctx c) [::] _ e); congr multi_verify.
by case: w.
Qed.

Lemma slrs_pair_as_proved q l c :
  (forall x : V, q (nat_of_ord x) = psi (fun _ => words : wl K _) pair_first (ctx c) x) ->
  (forall y : V, l (nat_of_ord y) =
     given_rejected (lift P) (fun _ => words : wl K _) pair_first pair_second (ctx c) y) ->
  slrs_pair_law q l c =
  show (slrs_pair_round (lift P) (fun _ => words : wl K _) pair_first pair_second (ctx c)).
Proof. by move=> e el; congr show; apply: eq_bind => w; apply: eq_pair_verify. Qed.

Lemma pair_psi_as_proved c (x : V) :
  pair_psi_law (nat_of_ord x) = psi (fun _ => words : wl K _) pair_first c x.
Proof. by rewrite /pair_psi_law valK. Qed.

Lemma pair_rejected_as_proved q c (y : V) :
  (forall x : V, q (nat_of_ord x) = psi (fun _ => words : wl K _) pair_first (ctx c) x) ->
  pair_rejected_law q c (nat_of_ord y) =
  given_rejected (lift P) (fun _ => words : wl K _) pair_first pair_second (ctx c) y.
Proof.
move=> e; rewrite /pair_rejected_law valK; apply: eq_E => w; congr (_ * _)%R; congr (_ - _)%R.
by rewrite /kept_first /pair_first; case: (insub _) => // x; rewrite /accept e.
Qed.

Lemma psi_as_proved c (x : V) :
  token_psi_law (nat_of_ord x) = psi (fun _ => words : wl K _) first_of c x.
Proof. by rewrite /token_psi_law valK. Qed.

Lemma Psi_as_proved c (s : seq V) :
  word_psi_law (map (@nat_of_ord n) s) = Psi (fun _ => words : wl K _) word_of c s.
Proof. by rewrite /word_psi_law ctxK. Qed.

(* and so, over these rationals, they are lossless; the others likewise *)
Hypothesis dP : forall c, is_dist (lift P c).
Hypothesis dQ : forall c, is_dist (lift Q c).
Theorem oracle_sd_lossless g :
  lossless (at_ord stop) (lift P) (sd_round (at_ord stop) (lift P) (lift Q) g).
Proof. exact: sd_lossless. Qed.
End Oracle.
