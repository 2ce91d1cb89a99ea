(* Between JavaScript and the extracted functions: numbers, lists and fractions cross as
   strings, rows and psi are remembered per context, equal outcomes are added up.
   No decision about sampling is taken here. *)
external js_expr : string -> 'a = "caml_pure_js_expr"
external js_set : 'a -> 'b -> 'c -> unit = "caml_js_set"
external js_wrap : ('a -> 'b) -> 'c = "caml_js_wrap_callback"
external js_to_str : 'a -> string = "caml_js_to_string"
external js_of_str : string -> 'a = "caml_js_from_string"
external js_call : 'a -> 'b array -> 'c = "caml_js_fun_call"
open Oracle_core

let rec nat_of i = if i <= 0 then O else S (nat_of (i - 1))
let rec int_of = function O -> 0 | S k -> 1 + int_of k

(* fractions: "-101/110", binary digits *)
let pos_of_bits s =
  let r = ref XH in
  String.iteri (fun i c -> if i > 0 then r := if c = '1' then XI !r else XO !r) s; !r
let bits_of_pos p =
  let b = Buffer.create 64 in
  let rec digits acc = function XH -> '1' :: acc | XI q -> digits ('1' :: acc) q | XO q -> digits ('0' :: acc) q in
  List.iter (Buffer.add_char b) (digits [] p); Buffer.contents b
let z_of s =
  if s = "0" then Z0
  else if s.[0] = '-' then Zneg (pos_of_bits (String.sub s 1 (String.length s - 1)))
  else Zpos (pos_of_bits s)
let string_of_z = function Z0 -> "0" | Zpos p -> bits_of_pos p | Zneg p -> "-" ^ bits_of_pos p
let q_of s = match String.split_on_char '/' s with
  | [ a; b ] -> q2Qc { qnum = z_of a; qden = pos_of_bits b }
  | _ -> failwith "fraction"
let string_of_q (q : qc) = string_of_z q.qnum ^ "/" ^ bits_of_pos q.qden

let word_of s = if s = "" then [] else List.map (fun t -> nat_of (int_of_string t)) (String.split_on_char ',' s)
let string_of_word c = String.concat "," (List.map (fun t -> string_of_int (int_of t)) c)

let remember f key =
  let memo = Hashtbl.create 97 in
  fun x -> let k = key x in
    match Hashtbl.find_opt memo k with
    | Some y -> y
    | None -> let y = f x in Hashtbl.add memo k y; y

(* a model is a callback: context -> row *)
let model js =
  let row = remember (fun c ->
    Array.of_list (List.map q_of (String.split_on_char ' '
      (js_to_str (js_call js [| js_of_str (string_of_word c) |]))))) string_of_word in
  fun c x -> (row c).(int_of x)

(* add up equal outcomes, drop weight 0, keep the order of first appearance *)
let merge show l =
  let sums = Hashtbl.create 97 and order = ref [] in
  List.iter (fun (w, o) ->
    if w.qnum <> Z0 then begin
      let k = show o in
      match Hashtbl.find_opt sums k with
      | Some (v, _) -> Hashtbl.replace sums k (qcplus v w, o)
      | None -> Hashtbl.add sums k (w, o); order := k :: !order
    end) l;
  List.rev_map (fun k -> Hashtbl.find sums k) !order
let string_of_outcome (k, s) = string_of_int (int_of k) ^ ";" ^ string_of_word s
let print show l =
  js_of_str (String.concat " " (List.rev (List.rev_map (fun (w, o) -> string_of_q w ^ ":" ^ show o) l)))

let set_of s = let l = List.map int_of_string (if s = "" then [] else String.split_on_char ',' s) in
  fun x -> List.mem (int_of x) l

(* the law of the proposed target words: drafter tokens through the caller's map, and for
   slrs-hybrid and slrs-pair also through the table of shared tokens *)
let proposals m stop drafter retok word lookahead c =
  let key = string_of_word c in
  let rows xs = js_call drafter [| js_of_str key; xs |] in
  let q = model (js_wrap rows) in
  let drafts = target_law (nat_of m) stop q (nat_of lookahead) [] in
  merge string_of_word (List.rev_map (fun (w, xs) ->
    (w, word (word_of (js_to_str (js_call retok [| js_of_str key; js_of_str (string_of_word xs) |]))) xs)) drafts)

(* the target token that a drafter token is: "0,-,2" *)
let shared_of s =
  let l = Array.of_list (List.map (fun t -> if t = "-" then None else Some (nat_of (int_of_string t)))
    (if s = "" then [] else String.split_on_char ',' s)) in
  fun x -> let i = int_of x in if i < Array.length l then l.(i) else None

let round algorithm n stop target drafter in_t in_d m stop_d retok shared lookahead candidates rho =
  let n = nat_of n and g = nat_of lookahead and k = nat_of candidates in
  let same = shared_of shared in
  let token = function Some t -> t | None -> n in
  let word text xs = match algorithm with
    | "slrs-hybrid" -> hybrid_word n same text xs
    | "slrs-pair" ->
      [ (match text with t :: _ -> t | [] -> n); token (match xs with x :: _ -> same x | [] -> None) ]
    | _ -> text in
  let words = proposals m stop_d drafter retok word lookahead in
  let token_psi w = remember (token_psi_law n w) int_of in
  let word_psi w = remember (word_psi_law n w) string_of_word in
  let law c = match algorithm with
    | "autoregressive" -> autoregressive_law n target c
    | "sd" | "greedy-draft" -> sd_law n stop target (model drafter) g c
    | "sd-block" -> sd_block_law n stop target (model drafter) g c
    | "union" -> union_law n stop target (model drafter) in_t in_d g c
    | "tli" -> tli_law n stop target (model drafter) in_t in_d g c
    | "tli-block" -> tli_block_law n stop target (model drafter) in_t in_d g c
    | "rrs" -> rrs_law n target (model drafter) k c
    | "k-seq" -> k_seq_law n target (model drafter) k rho c
    | "slem" -> slem_law n target (words c) c
    | "slrs" -> let w = words c in slrs_law n target w (token_psi w) c
    | "slrs-thinned" -> let w = words c in slrs_thinned_law n target w (token_psi w) c
    | "slrs-multi" -> let w = words c in slrs_multi_law n target w (word_psi w) c
    | "slrs-block" -> let w = words c in slrs_block_law n target w (word_psi w) c
    | "slrs-hybrid" -> let w = words c in slrs_hybrid_law n stop target w (word_psi w) c
    | "slrs-pair" ->
      let w = words c in
      let psi = remember (pair_psi_law n w) int_of in
      slrs_pair_law n target w psi (remember (pair_rejected_law n target w psi c) int_of) c
    | _ -> failwith "algorithm" in
  remember (fun c -> merge string_of_outcome (law c)) string_of_word

let () =
  let api = js_expr "globalThis.losslessOracleCore" in
  let export name f = js_set api (js_of_str name) (js_wrap f) in
  let str = js_to_str in
  let with_round k = fun algorithm n stop target drafter in_t in_d m stop_d retok shared lookahead candidates rho c budget ->
    let stop = set_of (str stop) in
    k n stop (round (str algorithm) n stop (model target) drafter (set_of (str in_t)) (set_of (str in_d))
      m (set_of (str stop_d)) retok (str shared) lookahead candidates (q_of (str rho))) (word_of (str c)) budget in
  export "round" (with_round (fun _ _ r c _ -> print string_of_outcome (r c)));
  export "generate" (with_round (fun n stop r c budget ->
    print string_of_word (merge string_of_word (generation_law (nat_of n) stop r (nat_of budget) c))));
  export "target" (fun n stop target c budget ->
    print string_of_word (merge string_of_word
      (target_law (nat_of n) (set_of (str stop)) (model target) (nat_of budget) (word_of (str c)))))
