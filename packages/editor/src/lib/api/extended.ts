/** Both as one object, in which a getter stays a getter: a spread would read it once and never again. */
export function extended<Base extends object, More extends object>(base: Base, more: More): Base & More {
  return Object.defineProperties(Object.assign({}, base, more), {
    ...Object.getOwnPropertyDescriptors(base),
    ...Object.getOwnPropertyDescriptors(more),
  })
}
