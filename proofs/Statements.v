(* Every definition and theorem on one page, checked by Coq against the other files.
   A reviewer who trusts the kernel needs to read only this file: first the definitions
   (each [Example] repeats one in full and is true by computation), then the statements
   (each [Check] fails to compile unless the named theorem has exactly that type). *)
From mathcomp Require Import all_ssreflect all_algebra.
From Lossless Require Import Laws Token Rounds Block Speculative Strings Multi.
From Lossless Require Import BlockVerification Optimality Candidates Hybrids Refutations.
From Lossless Require Import Segmentations Continuity Oracle.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import Order.Theory GRing.Theory Num.Theory.
Local Open Scope ring_scope.

(* ---- definitions ---- *)
Section Definitions.
Variables (R : realFieldType) (V : finType) (eos : pred V).
Variables (P Q : seq V -> V -> R) (p q : V -> R) (w : R).
Variables (c s : seq V) (x : V) (n g : nat) (r : round R V).

(* a program is a list of weighted results; its law is its expectation functional *)
Example wl_def A : wl R A = seq (R * A) := erefl.
Example E_def A (d : wl R A) f : E d f = \sum_(w <- d) w.1 * f w.2 := erefl.
Example Pr_def (A : eqType) (d : wl R A) a : Pr d a = E d (fun b => (b == a)%:R) := erefl.
Example is_dist_def : is_dist p = ((forall x, 0 <= p x) /\ \sum_x p x = 1) := erefl.
Example is_law_def A (d : wl R A) :
  is_law d = ((forall w, List.In w d -> 0 <= w.1) /\ E d (fun _ => 1) = 1) := erefl.

(* one token *)
Example accept_def : accept p q x = Num.min 1 (p x / q x) := erefl.
Example overlap_def : overlap p q = \sum_x Num.min (p x) (q x) := erefl.
Example residual_def :
  residual p q x = Num.max (p x - q x) 0 / \sum_x Num.max (p x - q x) 0 := erefl.
Example tv_def : tv p q = 2%:R^-1 * \sum_x `|p x - q x| := erefl.

(* the target alone: n tokens, fewer if a stop token comes first *)
Example target_def : target eos P n.+1 c =
  bind (draw (P c)) (fun x =>
    if eos x then ret R [:: x]
    else bind (target eos P n (rcons c x)) (fun s => ret R (x :: s))) := erefl.
(* a word, cut at the budget or a stop token, or completed by the target *)
Example complete_nil_def : complete eos P n.+1 c [::] = target eos P n.+1 c := erefl.
Example complete_cons_def : complete eos P n.+1 c (x :: s) =
  (if eos x then ret R [:: x]
   else bind (complete eos P n (rcons c x) s) (fun t => ret R (x :: t))) := erefl.

(* a round answers (number of proposed tokens kept, emitted word) *)
Example round_def : round R V = (seq V -> wl R (nat * seq V)) := erefl.
Example one_round_lossless_def : one_round_lossless eos P r = (forall c n f,
  E (r c) (fun o => E (complete eos P n c o.2) f) = E (target eos P n c) f) := erefl.
Example lossless_def : lossless eos P r = (one_round_lossless eos P r /\
  forall n c f, E (generation eos r n c) f = E (target eos P n c) f) := erefl.
Example normalizes_def : normalizes r = (forall c, is_law (r c)) := erefl.
Example terminates_def : terminates eos r =
  ((forall c, surely (r c) (fun o => o.2 <> [::])) /\
   forall n c, surely (generation eos r n c) (fun s => finished eos n s)) := erefl.
Example acceptance_def : acceptance r c = E (r c) (fun o => (0 < o.1)%:R) := erefl.
Example expected_accepted_def : expected_accepted r c = E (r c) (fun o => o.1%:R) := erefl.
Example expected_tokens_def : expected_tokens r c = E (r c) (fun o => (size o.2)%:R) := erefl.

(* a generation repeats rounds; a step may also carry a state of any type S *)
Example generation_def : generation eos r n c =
  generate eos (fun c => bind (r c) (fun o => ret R (o.2, c ++ o.2))) n n c := erefl.
Example generate_def S (step : S -> wl R (seq V * S)) k (a : S) :
  generate eos step k.+1 n.+1 a = bind (step a) (fun o =>
    if has eos (take n.+1 o.1) || (n.+1 <= size o.1)%N then ret R (cut eos (take n.+1 o.1))
    else bind (generate eos step k (n.+1 - size o.1)%N o.2) (fun t => ret R (o.1 ++ t))) := erefl.
End Definitions.

(* The rounds themselves are the Definitions ..._round of
     Speculative.v (autoregressive, sd, greedy-draft, union, tli), Strings.v (slem, slrs,
     slrs-thinned), Multi.v (slrs-multi, slrs-block), BlockVerification.v (sd-block,
     tli-block), Candidates.v (rrs, k-seq) and Hybrids.v (slrs-hybrid, slrs-pair). *)

(* ---- statements ---- *)
(* Token.v *)
Check (@one_step_lossless :
     forall (R : realFieldType) (V : finType) (p q : V -> R) (x : V),
     is_dist p -> nonneg q -> q x * accept p q x + (1 - overlap p q) * residual p q x = p x).
Check (@acceptance_rate :
     forall (R : realFieldType) (V : finType) (p q : V -> R),
     nonneg p -> nonneg q -> \sum_x q x * accept p q x = overlap p q).
Check (@overlap_tv :
     forall (R : realFieldType) (V : finType) (p q : V -> R),
     is_dist p -> is_dist q -> overlap p q = 1 - tv p q).
Check (@acceptance_optimal :
     forall (R : realFieldType) (V : finType) (p q : V -> R) (g : V -> V -> R),
     (forall x y : V, 0 <= g x y) ->
     (forall x : V, \sum_y g x y = q x) ->
     (forall y : V, \sum_x g x y = p y) -> \sum_x g x x <= overlap p q).
Check (@exact_match_le_overlap :
     forall (R : realFieldType) (V : finType) (p psi : V -> R),
     is_dist p -> nonneg psi -> \sum_x psi x <= 1 -> \sum_x p x * psi x <= overlap p psi).
Check (@exact_match_strictly_worse :
     forall (R : realFieldType) (V : finType) (p : V -> R),
     is_dist p -> ~ point_mass p -> \sum_x p x * p x < overlap p p).
Check (@exact_match_point_mass :
     forall (R : realFieldType) (V : finType) (p : V -> R),
     point_mass p -> \sum_x p x * p x = overlap p p).
Check (@restrict_overlap_le :
     forall (R : realFieldType) (V : finType) (p q : V -> R) (A : pred V),
     is_dist p ->
     is_dist q ->
     mass_on q A != 0 ->
     (forall x : V, ~~ A x -> p x = 0 \/ q x = 0) -> overlap p q <= overlap p (restrict q A)).
(* Rounds.v *)
Check (@stateful_rounds_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (S0 : Type)
       (P : seq V -> V -> R) (ctx : S0 -> seq V) (step : S0 -> wl R (seq V * S0))
       (reach : nat -> S0 -> Prop),
     (forall (n : nat) (s : S0) (f : seq V -> R),
      (0 < n)%N ->
      reach n s ->
      E (step s) (fun o : seq V * S0 => E (complete eos P n (ctx s) o.1) f) =
      E (target eos P n (ctx s)) f) ->
     (forall (n : nat) (s : S0),
      (0 < n)%N -> reach n s -> surely (step s) (fun o : seq V * S0 => o.1 <> [::])) ->
     (forall (n : nat) (s : S0),
      (0 < n)%N ->
      reach n s ->
      surely (step s)
        (fun o : seq V * S0 =>
         goes_on eos n o.1 -> reach (n - size o.1)%N o.2 /\ ctx o.2 = ctx s ++ o.1)) ->
     forall (rounds n : nat) (s : S0) (f : seq V -> R),
     (n <= rounds)%N ->
     reach n s -> E (generate eos step rounds n s) f = E (target eos P n (ctx s)) f).
Check (@stateful_rounds_terminate :
     forall (R : realFieldType) (V : finType) (eos : pred V) (S0 : Type) 
       (ctx : S0 -> seq V) (step : S0 -> wl R (seq V * S0)) (reach : nat -> S0 -> Prop),
     (forall (n : nat) (s : S0),
      (0 < n)%N -> reach n s -> surely (step s) (fun o : seq V * S0 => o.1 <> [::])) ->
     (forall (n : nat) (s : S0),
      (0 < n)%N ->
      reach n s ->
      surely (step s)
        (fun o : seq V * S0 =>
         goes_on eos n o.1 -> reach (n - size o.1)%N o.2 /\ ctx o.2 = ctx s ++ o.1)) ->
     forall (rounds n : nat) (s : S0),
     (n <= rounds)%N ->
     reach n s -> surely (generate eos step rounds n s) (fun t : seq V => finished eos n t)).
Check (@generate_ext :
     forall (R : realFieldType) (V : finType) (eos : pred V) (S : Type)
       (step step' : S -> wl R (seq V * S)),
     (forall (s : S) (f : seq V * S -> R), E (step s) f = E (step' s) f) ->
     forall (rounds n : nat) (s : S) (f : seq V -> R),
     E (generate eos step rounds n s) f = E (generate eos step' rounds n s) f).
Check (@rounds_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R)
       (r : round R V), one_round_lossless eos P r -> emits r -> lossless eos P r).
Check (@rounds_terminate :
     forall (R : realFieldType) (V : finType) (eos : pred V) (r : round R V),
     emits r -> terminates eos r).
(* Block.v *)
Check (@block_one_round :
     forall (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V))
       (P Q : seq V -> V -> R) (k : seq V -> V -> wl R (option V)),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, ~~ halt c -> is_dist (Q c)) ->
     (forall (c : seq V) (x : V), ~~ halt c -> is_law (k c x)) ->
     step_lossless halt P Q k ->
     forall g : nat, one_round_lossless eos P (block eos halt P Q k g)).
Check (@block_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V))
       (P Q : seq V -> V -> R) (k : seq V -> V -> wl R (option V)),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, ~~ halt c -> is_dist (Q c)) ->
     (forall (c : seq V) (x : V), ~~ halt c -> is_law (k c x)) ->
     step_lossless halt P Q k -> forall g : nat, lossless eos P (block eos halt P Q k g)).
Check (@block_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V))
       (P Q : seq V -> V -> R) (k : seq V -> V -> wl R (option V)) 
       (g : nat), terminates eos (block eos halt P Q k g)).
Check (@block_acceptance :
     forall (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V))
       (P Q : seq V -> V -> R) (k : seq V -> V -> wl R (option V)),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, ~~ halt c -> is_dist (Q c)) ->
     (forall (c : seq V) (x : V), ~~ halt c -> is_law (k c x)) ->
     forall (g : nat) (c : seq V),
     ~~ halt c ->
     acceptance (block eos halt P Q k g.+1) c =
     \sum_x Q c x * E (k c x) (fun o : option V => (o == None)%:R)).
(* Speculative.v *)
Check (@autoregressive_normalizes :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R),
     (forall c : seq V, is_dist (P c)) -> normalizes (autoregressive_round P)).
Check (@autoregressive_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R),
     (forall c : seq V, is_dist (P c)) -> lossless eos P (autoregressive_round P)).
Check (@autoregressive_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R),
     terminates eos (autoregressive_round P)).
Check (@autoregressive_acceptance :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) (c : seq V),
     acceptance (autoregressive_round P) c = 0).
Check (@sd_normalizes :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) -> normalizes (sd_round eos P Q g)).
Check (@sd_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) -> lossless eos P (sd_round eos P Q g)).
Check (@sd_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat), terminates eos (sd_round eos P Q g)).
Check (@sd_acceptance :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     forall c : seq V,
     (0 < g)%N ->
     acceptance (sd_round eos P Q g) c = overlap (P c) (Q c) /\
     acceptance (sd_round eos P Q g) c = 1 - tv (P c) (Q c)).
Check (@sd_expected_length :
     forall (R : realFieldType) (V : finType) (P Q : seq V -> V -> R) (a : R),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     (forall c : seq V, overlap (P c) (Q c) = a) ->
     forall (g : nat) (c : seq V),
     expected_tokens (sd_round xpred0 P Q g) c = \sum_(i < g.+1) a ^+ i).
Check (@greedy_draft_normalizes :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R)
       (best : seq V -> V) (g : nat),
     (forall c : seq V, is_dist (P c)) -> normalizes (greedy_draft_round eos P best g)).
Check (@greedy_draft_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R)
       (best : seq V -> V) (g : nat),
     (forall c : seq V, is_dist (P c)) -> lossless eos P (greedy_draft_round eos P best g)).
Check (@greedy_draft_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R)
       (best : seq V -> V) (g : nat), terminates eos (greedy_draft_round eos P best g)).
Check (@greedy_draft_acceptance :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R)
       (best : seq V -> V) (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     forall c : seq V,
     (0 < g)%N -> acceptance (greedy_draft_round eos P best g) c = P c (best c)).
Check (@union_normalizes :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     (forall c : seq V, mass_on (Q c) D = 1) -> normalizes (union_round eos T D P Q g)).
Check (@union_lossless :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     (forall c : seq V, mass_on (Q c) D = 1) ->
     lossless eos (PT T P) (union_round eos T D P Q g)).
Check (@union_terminates :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat), terminates eos (union_round eos T D P Q g)).
Check (@union_acceptance :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     (forall c : seq V, mass_on (Q c) D = 1) ->
     forall c : seq V,
     (0 < g)%N ->
     acceptance (union_round eos T D P Q g) c = \sum_(x | T x && D x) Num.min (P c x) (Q c x)).
Check (@tli_normalizes :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) -> normalizes (tli_round eos T D P Q g)).
Check (@tli_lossless :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     lossless eos (PT T P) (tli_round eos T D P Q g)).
Check (@tli_terminates :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat), terminates eos (tli_round eos T D P Q g)).
Check (@tli_acceptance :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     forall c : seq V,
     (0 < g)%N ->
     ~~ no_shared_mass T D Q c ->
     acceptance (tli_round eos T D P Q g) c =
     \sum_(x | shared T D x) Num.min (P c x) (Q c x / mass_on (Q c) (shared T D))).
Check (@tli_acceptance_halt :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat) (c : seq V),
     no_shared_mass T D Q c -> acceptance (tli_round eos T D P Q g) c = 0).
Check (@tli_dominates :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     (forall c : seq V, mass_on (Q c) D = 1) ->
     forall c : seq V,
     (0 < g)%N ->
     acceptance (union_round eos T D P Q g) c <= acceptance (tli_round eos T D P Q g) c).
(* Strings.v *)
Check (@slem_normalizes :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R),
     (forall c : seq V, is_dist (P c)) ->
     forall (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_law (draft c)) -> normalizes (slem_round P draft retok)).
Check (@slem_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R),
     (forall c : seq V, is_dist (P c)) ->
     forall (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_law (draft c)) -> lossless eos P (slem_round P draft retok)).
Check (@slem_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     terminates eos (slem_round P draft retok)).
Check (@slem_acceptance :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R),
     (forall c : seq V, is_dist (P c)) ->
     forall (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V) (c : seq V),
     acceptance (slem_round P draft retok) c = \sum_x P c x * first_psi draft retok c x).
Check (@slrs_normalizes :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> normalizes (slrs_round P draft first)).
Check (@slrs_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> lossless eos P (slrs_round P draft first)).
Check (@slrs_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     terminates eos (slrs_round P draft first)).
Check (@slrs_acceptance :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slrs_round P draft first) c = overlap (P c) (psi draft first c)).
Check (@slrs_thinned_normalizes :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> normalizes (slrs_thinned_round P draft first)).
Check (@slrs_thinned_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     lossless eos P (slrs_thinned_round P draft first)).
Check (@slrs_thinned_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     terminates eos (slrs_thinned_round P draft first)).
Check (@slrs_thinned_acceptance :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slrs_thinned_round P draft first) c = overlap (P c) (psi draft first c)).
Check (@slrs_dominates :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slem_round P draft retok) c <=
     acceptance (slrs_round P draft (fun (c0 : seq V) (a : A) => ohead (retok c0 a))) c).
Check (@thinning_loop :
     forall (R : realFieldType) (V : finType) (p k : V -> R),
     is_dist p ->
     (forall y : V, 0 <= k y <= 1) ->
     forall (n : nat) (y : V),
     Pr (redraw p k n) (Some y) = thinned p k y * (1 - (1 - \sum_y0 p y0 * k y0) ^+ n)).
(* Multi.v *)
Check (@slrs_multi_normalizes :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> normalizes (slrs_multi_round P draft retok)).
Check (@slrs_multi_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> lossless eos P (slrs_multi_round P draft retok)).
Check (@slrs_multi_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     terminates eos (slrs_multi_round P draft retok)).
Check (@slrs_multi_acceptance :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slrs_multi_round P draft retok) c =
     overlap (P c) (fun x : V => Psi draft retok c [:: x])).
Check (@slrs_block_normalizes :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> normalizes (slrs_block_round P draft retok)).
Check (@slrs_block_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> lossless eos P (slrs_block_round P draft retok)).
Check (@slrs_block_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) -> terminates eos (slrs_block_round P draft retok)).
(* BlockVerification.v *)
Check (@joint_block_law :
     forall (R : realFieldType) (V : finType) (eos : pred V) (halt : pred (seq V))
       (P Q : seq V -> V -> R),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, ~~ halt c -> is_dist (Q c)) ->
     forall (g : nat) (w : R) (c : seq V) (n : nat) (f : seq V -> R) (r : R),
     0 <= w <= 1 ->
     E (bind (draft eos halt Q g c) (block_verify eos P Q w c))
       (fun o : option (nat * seq V) =>
        match o with
        | Some t => E (complete eos P n c t.2) f
        | None => r
        end) = w * E (target eos P n c) f + (1 - w) * r).
Check (@sd_block_normalizes :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) -> normalizes (sd_block_round eos P Q g)).
Check (@sd_block_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) -> lossless eos P (sd_block_round eos P Q g)).
Check (@sd_block_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) -> terminates eos (sd_block_round eos P Q g)).
Check (@sd_block_acceptance :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     forall c : seq V,
     (0 < g)%N -> acceptance (sd_block_round eos P Q g) c = overlap (P c) (Q c)).
Check (@sd_block_dominates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (g : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     forall c : seq V,
     expected_accepted (sd_round eos P Q g) c <=
     expected_accepted (sd_block_round eos P Q g) c).
Check (@tli_block_normalizes :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) -> normalizes (tli_block_round eos T D P Q g)).
Check (@tli_block_lossless :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     lossless eos (PT T P) (tli_block_round eos T D P Q g)).
Check (@tli_block_terminates :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     terminates eos (tli_block_round eos T D P Q g)).
Check (@tli_block_acceptance :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     forall c : seq V,
     (0 < g)%N ->
     ~~ no_shared_mass T D Q c ->
     acceptance (tli_block_round eos T D P Q g) c = acceptance (tli_round eos T D P Q g) c).
Check (@tli_block_dominates :
     forall (R : realFieldType) (V : finType) (eos T D : pred V) 
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     forall c : seq V,
     expected_accepted (tli_round eos T D P Q g) c <=
     expected_accepted (tli_block_round eos T D P Q g) c).
(* Optimality.v *)
Check (@keeps_bounded :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V) 
       (c : seq V),
     (forall c0 : seq V, is_dist (P c0)) ->
     (forall c0 : seq V, is_law (draft c0)) ->
     forall competitor : A -> wl R (nat * V),
     (forall a : A, is_law (competitor a)) ->
     (forall (n : nat) (f : seq V -> R),
      E (competitor_round draft retok c competitor)
        (fun o : nat * seq V => E (complete xpred0 P n c o.2) f) = 
      E (target xpred0 P n c) f) ->
     forall t : seq V, keeps draft retok c competitor t <= bound P draft retok c t).
Check (@block_keeps_bound :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V) 
       (c : seq V),
     (forall c0 : seq V, is_dist (P c0)) ->
     (forall c0 : seq V, is_law (draft c0)) ->
     forall t : seq V, block_keeps P draft retok c t = bound P draft retok c t).
Check (@block_keeps_most :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V) 
       (c : seq V),
     (forall c0 : seq V, is_dist (P c0)) ->
     (forall c0 : seq V, is_law (draft c0)) ->
     forall competitor : A -> wl R (nat * V),
     (forall a : A, is_law (competitor a)) ->
     (forall (n : nat) (f : seq V -> R),
      E (competitor_round draft retok c competitor)
        (fun o : nat * seq V => E (complete xpred0 P n c o.2) f) = 
      E (target xpred0 P n c) f) ->
     forall t : seq V, keeps draft retok c competitor t <= block_keeps P draft retok c t).
Check (@slrs_block_acceptance :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V) 
       (c : seq V),
     (forall c0 : seq V, is_dist (P c0)) ->
     (forall c0 : seq V, is_law (draft c0)) ->
     acceptance (slrs_block_round P draft retok) c =
     overlap (P c) (fun x : V => Psi draft retok c [:: x])).
Check (@slrs_block_optimal :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V) 
       (c : seq V),
     (forall c0 : seq V, is_dist (P c0)) ->
     (forall c0 : seq V, is_law (draft c0)) ->
     forall competitor : A -> wl R (nat * V),
     (forall a : A, is_law (competitor a)) ->
     (forall (n : nat) (f : seq V -> R),
      E (competitor_round draft retok c competitor)
        (fun o : nat * seq V => E (complete xpred0 P n c o.2) f) = 
      E (target xpred0 P n c) f) ->
     E (draft c)
       (fun a : A => E (competitor a) (fun ky : nat * V => (minn ky.1 (size (retok c a)))%:R)) <=
     expected_accepted (slrs_block_round P draft retok) c).
Check (@slrs_multi_dominates :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (retok : seq V -> A -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slem_round P draft retok) c <= acceptance (slrs_multi_round P draft retok) c).
(* Candidates.v *)
Check (@rrs_normalizes :
     forall (R : realFieldType) (V : finType) (P Q : seq V -> V -> R) (candidates : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) -> normalizes (rrs_round P Q candidates)).
Check (@rrs_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (candidates : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) -> lossless eos P (rrs_round P Q candidates)).
Check (@rrs_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (candidates : nat), terminates eos (rrs_round P Q candidates)).
Check (@rrs_acceptance :
     forall (R : realFieldType) (V : finType) (P Q : seq V -> V -> R) (candidates : nat),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     forall c : seq V,
     acceptance (rrs_round P Q candidates) c =
     1 -
     \prod_(i < candidates) (1 - overlap (iter i ((correction (V:=V))^~ (Q c)) (P c)) (Q c))).
Check (@k_seq_normalizes :
     forall (R : realFieldType) (V : finType) (P Q : seq V -> V -> R) 
       (candidates : nat) (rho : R),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     0 < rho ->
     (forall c : seq V, valid candidates rho (P c) (Q c)) ->
     normalizes (k_seq_round P Q candidates rho)).
Check (@k_seq_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (candidates : nat) (rho : R),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     0 < rho ->
     (forall c : seq V, valid candidates rho (P c) (Q c)) ->
     lossless eos P (k_seq_round P Q candidates rho)).
Check (@k_seq_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) (P Q : seq V -> V -> R)
       (candidates : nat) (rho : R), terminates eos (k_seq_round P Q candidates rho)).
Check (@k_seq_acceptance :
     forall (R : realFieldType) (V : finType) (P Q : seq V -> V -> R) 
       (candidates : nat) (rho : R),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_dist (Q c)) ->
     0 < rho ->
     forall c : seq V,
     acceptance (k_seq_round P Q candidates rho) c = some_kept candidates rho (P c) (Q c)).
Check (@k_seq_rho_candidates :
     forall (R : realFieldType) (V : finType) (p q : V -> R) (k : nat),
     is_dist p -> is_dist q -> valid k.+1 k.+1%:R p q).
Check (@k_seq_rho_too_small :
     forall (R : realFieldType) (V : finType) (p q : V -> R) (k : nat) (rho : R) (y : V),
     is_dist p ->
     is_dist q ->
     0 < rho -> ~~ valid k rho p q -> 0 < p y -> p y <= rho * q y -> leftover k rho p q y < 0).
(* Hybrids.v *)
Check (@slrs_hybrid_terminates :
     forall (R : realFieldType) (V : finType) (D : Type) (eos : pred V)
       (P : seq V -> V -> R) (same : D -> option V) (draft : seq V -> wl R (seq D))
       (retok : seq V -> seq D -> seq V),
     terminates eos (slrs_hybrid_round eos P same draft retok)).
Check (@slrs_hybrid_normalizes :
     forall (R : realFieldType) (V : finType) (D : Type) (eos : pred V)
       (P : seq V -> V -> R) (same : D -> option V) (draft : seq V -> wl R (seq D))
       (retok : seq V -> seq D -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     normalizes (slrs_hybrid_round eos P same draft retok)).
Check (@slrs_hybrid_lossless :
     forall (R : realFieldType) (V : finType) (D : Type) (eos : pred V)
       (P : seq V -> V -> R) (same : D -> option V) (draft : seq V -> wl R (seq D))
       (retok : seq V -> seq D -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     lossless eos P (slrs_hybrid_round eos P same draft retok)).
Check (@slrs_hybrid_acceptance :
     forall (R : realFieldType) (V : finType) (D : Type) (eos : pred V)
       (P : seq V -> V -> R) (same : D -> option V) (draft : seq V -> wl R (seq D))
       (retok : seq V -> seq D -> seq V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slrs_hybrid_round eos P same draft retok) c =
     overlap (P c) (fun x : V => Psi draft (shared_else_text same retok) c [:: x])).
Check (@slrs_hybrid_dominates :
     forall (R : realFieldType) (V : finType) (eos T D : pred V)
       (P Q : seq V -> V -> R) (g : nat),
     (forall c : seq V, nonneg (P c)) ->
     (forall c : seq V, nonneg (Q c)) ->
     (forall c : seq V, mass_on (P c) T = 1) ->
     (forall c : seq V, mass_on (Q c) D = 1) ->
     forall (draft : seq V -> wl R (seq V)) (retok : seq V -> seq V -> seq V),
     (forall c : seq V, is_law (draft c)) ->
     (forall (c : seq V) (x : V),
      E (draft c) (fun a : seq V => (ohead a == Some x)%:R) = Q c x) ->
     forall c : seq V,
     (0 < g)%N ->
     acceptance (union_round eos T D P Q g) c <=
     acceptance (slrs_hybrid_round eos (PT T P) (in_both T D) draft retok) c).
Check (@slrs_pair_terminates :
     forall (R : realFieldType) (V : finType) (eos : pred V) 
       (P : seq V -> V -> R) (A : Type) (draft : seq V -> wl R A)
       (first second : seq V -> A -> option V),
     terminates eos (slrs_pair_round P draft first second)).
Check (@slrs_pair_normalizes :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first second : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     normalizes (slrs_pair_round P draft first second)).
Check (@slrs_pair_lossless :
     forall (R : realFieldType) (V : finType) (eos : pred V) 
       (P : seq V -> V -> R) (A : Type) (draft : seq V -> wl R A)
       (first second : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     lossless eos P (slrs_pair_round P draft first second)).
Check (@slrs_pair_acceptance :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first second : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slrs_pair_round P draft first second) c =
     overlap (P c) (psi draft first c) +
     overlap (excess (P c) (psi draft first c)) (given_rejected P draft first second c)).
Check (@slrs_pair_dominates :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first second : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall c : seq V,
     acceptance (slrs_round P draft first) c <=
     acceptance (slrs_pair_round P draft first second) c).
Check (@slrs_pair_bound :
     forall (R : realFieldType) (V : finType) (P : seq V -> V -> R) 
       (A : Type) (draft : seq V -> wl R A) (first second : seq V -> A -> option V),
     (forall c : seq V, is_dist (P c)) ->
     (forall c : seq V, is_law (draft c)) ->
     forall (U : pred V) (c : seq V),
     acceptance (slrs_pair_round P draft first second) c <=
     \sum_(x | U x) P c x +
     E (draft c) (fun a : A => (outside U (first c a) || outside U (second c a))%:R)).
(* Refutations.v *)
Check (@one_token_lossless_control :
     forall p q : bool -> rat,
     is_dist p ->
     is_dist q ->
     forall y : bool_eqType, Pr (one_token q (accept p q) (correction p q)) y = p y).
Check (@resample_target_is_lossy :
     exists p q : bool -> rat,
       [/\ is_dist p, is_dist q
         & exists y : bool_eqType, Pr (one_token q (accept p q) p) y != p y]).
Check (@unnormalised_residual_is_lossy :
     exists p q : bool -> rat,
       [/\ is_dist p, is_dist q
         & exists y : bool_eqType, Pr (one_token q (accept p q) (excess p q)) y != p y]).
Check (@wrong_proposal_law_is_lossy :
     exists p q q' : bool -> rat,
       [/\ is_dist p, is_dist q, is_dist q'
         & exists y : bool_eqType, Pr (one_token q' (accept p q) (correction p q)) y != p y]).
Check (@inverted_condition_is_lossy :
     exists p q : bool -> rat,
       [/\ is_dist p, is_dist q
         & exists y : bool_eqType,
             Pr (one_token q (fun x : bool => 1 - accept p q x) (correction p q)) y != p y]).
Check (@stop_at_first_failure_is_lossy :
     exists p q : bool -> rat,
       [/\ is_dist p, is_dist q
         & exists y : bool_eqType,
             Pr (one_token q (fun x : bool => hand_back (accept p q x) p q) (correction p q))
               y != p y]).
Check (@typical_lossy :
     exists p q : bool -> rat,
       [/\ is_dist p, is_dist q
         & forall r : bool -> rat,
           exists y : bool_eqType,
             Pr (one_token q (fun x : bool => (typical p x)%:R) r) y != p y]).
Check (@no_proposal_draws_target_is_lossy :
     is_dist half /\
     (exists y : bool_finType,
        E
          (bind some_or_none
             (fun o : option bool =>
              match o with
              | Some _ => string_verify half psi_some (correction half psi_some) o
              | None =>
                  bind (draw half)
                    (fun y0 : bool_finType => ret rat_realFieldType (0%N, [:: y0]))
              end)) (fun o : nat * seq bool_finType => (o.2 == [:: y])%:R) != 
        half y)).
Check (@segmentation_psi_is_lossy :
     is_dist p_ab /\
     (exists t : option_finType bool_finType,
        E
          (bind two_letters
             (fun x : bool * bool =>
              string_verify p_ab psi_segmentations (correction p_ab psi_segmentations)
                (Some (first_token x))))
          (fun o : nat * seq (option_finType bool_finType) => (o.2 == [:: t])%:R) != 
        p_ab t)).
Check (@pushforward_psi_control :
     let psi :=
       fun t : option_eqType bool_eqType =>
       E two_letters (fun x : bool * bool => (Some (first_token x) == Some t)%:R) in
     forall t : option_finType bool_finType,
     E
       (bind two_letters
          (fun x : bool * bool =>
           string_verify p_ab psi (correction p_ab psi) (Some (first_token x))))
       (fun o : nat * seq (option_finType bool_finType) => (o.2 == [:: t])%:R) = 
     p_ab t).
Check (@printed_condition_is_not_sufficient :
     exists p : bool -> rat,
       [/\ is_dist p, exists x y : bool, p x != p y & \sum_x p x * p x = overlap p p]).
Check (@printed_condition_is_not_necessary :
     exists p : bool -> rat,
       [/\ is_dist p, forall x y : bool, p x = p y & \sum_x p x * p x < overlap p p]).
(* Segmentations.v *)
Check (@segmentation_count :
     forall (S0 : eqType) (t : seq S0),
     (0 < size t)%N -> size (segmentations t) = (2 ^ (size t).-1)%N).
Check (@segmentation_pieces :
     forall (S : eqType) (t : seq S) (s : seq (seq S)),
     s \in segmentations t -> all (fun w : seq S => (size w <= size t)%N) s).
Check (@starting_with_is_more :
     let drafts := [:: [:: [:: tt]]; [:: [:: tt; tt]]] in
     uniq drafts /\
     all (fun s : seq (seq unit_eqType) => prefix [:: tt] (flatten s)) drafts /\
     (size (segmentations [:: tt]) < size drafts)%N).
(* Continuity.v *)
Check (@boundary_identity :
     forall (R : realFieldType) (paths : seq (path R)) (law : nat -> R) (at_boundary : R),
     (forall p : path R, List.In p paths -> regular p) ->
     (forall n : nat, \sum_(p <- paths) weight p n = law n) ->
     tends law at_boundary -> \sum_(p <- paths) boundary p = at_boundary).
(* Oracle.v *)
Check (@oracle_sd_lossless :
     forall (n : nat) (stop : nat -> bool) (P Q : seq nat -> nat -> Qcanon.Qc),
     (forall c : seq (ordinal_finType n), is_dist (lift P c)) ->
     (forall c : seq (ordinal_finType n), is_dist (lift Q c)) ->
     forall g : nat,
     lossless (at_ord stop) (lift P) (sd_round (at_ord stop) (lift P) (lift Q) g)).
