import onnxProto from "onnx-proto";

const { onnx } = onnxProto;

type Attribute = number | readonly number[] | { readonly float: number };
const ELEMENT = { float: 1, int8: 3, int64: 7, bool: 9, float16: 10 } as const;
export type Element = keyof typeof ELEMENT;
type Dims = readonly (number | string)[];

/** A minimal writer of ONNX graphs, for models that tests make themselves. */
export class Graph {
  private readonly nodes: object[] = [];
  private readonly initializers: object[] = [];
  private readonly inputs: object[] = [];
  private readonly outputs: object[] = [];
  private count = 0;
  /** When set, float weights go to this list of bytes, to be written to a file of this name beside the model. */
  external: { readonly location: string; readonly chunks: Uint8Array[] } | undefined;

  private info(name: string, element: Element, dims: Dims): object {
    const dim = dims.map((d) => (typeof d === "number" ? { dimValue: d } : { dimParam: d }));
    return { name, type: { tensorType: { elemType: ELEMENT[element], shape: { dim } } } };
  }
  input(name: string, element: Element, dims: Dims): string {
    this.inputs.push(this.info(name, element, dims));
    return name;
  }
  output(name: string, element: Element, dims: Dims): void {
    this.outputs.push(this.info(name, element, dims));
  }
  constant(element: Element, data: Float32Array | Int8Array | BigInt64Array, dims: readonly number[]): string {
    const name = `w${this.count++}`;
    const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const tensor = { name, dataType: ELEMENT[element], dims };
    if (this.external !== undefined && element === "float") {
      const offset = this.external.chunks.reduce((sum, { length }) => sum + length, 0);
      this.external.chunks.push(rawData);
      const entries = { location: this.external.location, offset: String(offset), length: String(rawData.length) };
      const externalData = Object.entries(entries).map(([key, value]) => ({ key, value }));
      this.initializers.push({ ...tensor, externalData, dataLocation: 1 });
    } else this.initializers.push({ ...tensor, rawData });
    return name;
  }
  floats(data: Float32Array | readonly number[], dims: readonly number[]): string {
    return this.constant("float", Float32Array.from(data), dims);
  }
  ints(data: readonly number[], dims: readonly number[] = [data.length]): string {
    return this.constant("int64", BigInt64Array.from(data, BigInt), dims);
  }
  op(opType: string, input: readonly string[], attributes: Record<string, Attribute> = {}, name?: string): string {
    const output = name ?? `t${this.count++}`;
    this.node(opType, input, attributes, [output]);
    return output;
  }
  node(
    opType: string,
    input: readonly string[],
    attributes: Record<string, Attribute>,
    output: readonly string[],
  ): void {
    const { AttributeType: T } = onnx.AttributeProto;
    const attribute = Object.entries(attributes).map(([name, v]) =>
      typeof v === "number"
        ? { name, type: T.INT, i: v }
        : "float" in v
          ? { name, type: T.FLOAT, f: v.float }
          : { name, type: T.INTS, ints: [...v] },
    );
    this.nodes.push({ opType, input, output, attribute, name: `n${this.count++}` });
  }
  fresh(): string {
    return `t${this.count++}`;
  }
  bytes(): Uint8Array {
    const { nodes: node, initializers: initializer, inputs: input, outputs: output } = this;
    const graph = { name: "tiny", node, initializer, input, output };
    return onnx.ModelProto.encode(
      onnx.ModelProto.fromObject({ irVersion: 8, opsetImport: [{ domain: "", version: 18 }], graph }),
    ).finish();
  }
}
