/** How an endpoint is called in the log: by its name, else by the host it leads to. Never by its whole address, which may hold a key. */
export function nameOf({ name, url }: { readonly name: string; readonly url: string }): string {
  return name === '' ? new URL(url).host : name
}
