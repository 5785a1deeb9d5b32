// Lets programs elsewhere in the repository find the Botkit that is installed here.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    return /^bot(kit|builder)/.test(specifier)
      ? next(specifier, { ...context, parentURL: import.meta.url })
      : next(specifier, context)
  },
})
