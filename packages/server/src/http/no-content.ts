import Type from 'typebox'

/** The response of routes that say nothing but that it is done. */
export const NO_CONTENT = { 204: Type.Void() } as const
