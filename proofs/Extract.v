(* Writes oracle_core.ml next to the compiled file.  Only booleans, options, pairs, lists
   and unit are mapped to OCaml's own; numbers stay Coq's. *)
From Coq Require Import QArith Qcanon Extraction ExtrOcamlBasic.
From Lossless Require Import Oracle.
Extraction Language OCaml.
Extraction "oracle_core.ml" target_law autoregressive_law sd_law sd_block_law union_law tli_law
  tli_block_law rrs_law k_seq_law slem_law token_psi_law word_psi_law slrs_law slrs_thinned_law
  slrs_multi_law slrs_block_law hybrid_word slrs_hybrid_law pair_psi_law pair_rejected_law slrs_pair_law generation_law Q2Qc Qcplus.
