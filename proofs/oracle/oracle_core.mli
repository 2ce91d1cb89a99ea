(* The part of the extracted program that is used.  The interface that Coq generates
   is replaced by this one, which hides everything else. *)
type nat = O | S of nat
type positive = XI of positive | XO of positive | XH
type z = Z0 | Zpos of positive | Zneg of positive
type q = { qnum : z; qden : positive }
type qc = q
val target_law : nat -> (nat -> bool) -> (nat list -> nat -> qc) -> nat -> nat list -> (qc * nat list) list
val autoregressive_law : nat -> (nat list -> nat -> qc) -> nat list -> (qc * (nat * nat list)) list
val sd_law : nat -> (nat -> bool) -> (nat list -> nat -> qc) -> (nat list -> nat -> qc) -> nat -> nat list -> (qc * (nat * nat list)) list
val sd_block_law : nat -> (nat -> bool) -> (nat list -> nat -> qc) -> (nat list -> nat -> qc) -> nat -> nat list -> (qc * (nat * nat list)) list
val union_law : nat -> (nat -> bool) -> (nat list -> nat -> qc) -> (nat list -> nat -> qc) -> (nat -> bool) -> (nat -> bool) -> nat -> nat list -> (qc * (nat * nat list)) list
val tli_law : nat -> (nat -> bool) -> (nat list -> nat -> qc) -> (nat list -> nat -> qc) -> (nat -> bool) -> (nat -> bool) -> nat -> nat list -> (qc * (nat * nat list)) list
val tli_block_law : nat -> (nat -> bool) -> (nat list -> nat -> qc) -> (nat list -> nat -> qc) -> (nat -> bool) -> (nat -> bool) -> nat -> nat list -> (qc * (nat * nat list)) list
val rrs_law : nat -> (nat list -> nat -> qc) -> (nat list -> nat -> qc) -> nat -> nat list -> (qc * (nat * nat list)) list
val k_seq_law : nat -> (nat list -> nat -> qc) -> (nat list -> nat -> qc) -> nat -> qc -> nat list -> (qc * (nat * nat list)) list
val slem_law : nat -> (nat list -> nat -> qc) -> (qc * nat list) list -> nat list -> (qc * (nat * nat list)) list
val token_psi_law : nat -> (qc * nat list) list -> nat -> qc
val word_psi_law : nat -> (qc * nat list) list -> nat list -> qc
val slrs_law : nat -> (nat list -> nat -> qc) -> (qc * nat list) list -> (nat -> qc) -> nat list -> (qc * (nat * nat list)) list
val slrs_thinned_law : nat -> (nat list -> nat -> qc) -> (qc * nat list) list -> (nat -> qc) -> nat list -> (qc * (nat * nat list)) list
val slrs_multi_law : nat -> (nat list -> nat -> qc) -> (qc * nat list) list -> (nat list -> qc) -> nat list -> (qc * (nat * nat list)) list
val slrs_block_law : nat -> (nat list -> nat -> qc) -> (qc * nat list) list -> (nat list -> qc) -> nat list -> (qc * (nat * nat list)) list
val hybrid_word : nat -> (nat -> nat option) -> nat list -> nat list -> nat list
val slrs_hybrid_law : nat -> (nat -> bool) -> (nat list -> nat -> qc) -> (qc * nat list) list -> (nat list -> qc) -> nat list -> (qc * (nat * nat list)) list
val pair_psi_law : nat -> (qc * nat list) list -> nat -> qc
val pair_rejected_law : nat -> (nat list -> nat -> qc) -> (qc * nat list) list -> (nat -> qc) -> nat list -> nat -> qc
val slrs_pair_law : nat -> (nat list -> nat -> qc) -> (qc * nat list) list -> (nat -> qc) -> (nat -> qc) -> nat list -> (qc * (nat * nat list)) list
val generation_law : nat -> (nat -> bool) -> (nat list -> (qc * (nat * nat list)) list) -> nat -> nat list -> (qc * nat list) list
val q2Qc : q -> qc
val qcplus : qc -> qc -> qc
