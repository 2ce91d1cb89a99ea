/** The part of Deno that notebooks use: its Jupyter kernel shows what a cell found. */
declare namespace Deno {
  namespace jupyter {
    function display(data: Readonly<Record<string, string>>, options: { readonly raw: true }): Promise<void>;
  }
}
