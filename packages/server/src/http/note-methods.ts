import type { FastifyInstance } from 'fastify'

/** Notes every route that is registered from now on; what comes back says which methods an address takes, none if it has no route. */
export function noteMethods(app: FastifyInstance): (url: string) => readonly string[] {
  const known = new Map<string, { readonly shape: RegExp; readonly methods: Set<string> }>()
  app.addHook('onRoute', ({ method, url }) => {
    const one = known.get(url) ?? { shape: shapeOf(url), methods: new Set<string>() }
    known.set(url, one)
    for (const name of [method].flat()) one.methods.add(name)
  })
  return (url) => {
    const path = url.split('?')[0] ?? ''
    const methods = [...known.values()].flatMap(({ shape, methods }) =>
      shape.test(path) ? [...methods] : [],
    )
    return [...new Set(methods)].sort()
  }
}

/** `/api/v1/conversations/:id` as what an address has to look like. */
function shapeOf(url: string): RegExp {
  return new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`)
}
