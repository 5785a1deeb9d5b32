import type { FastifySchema, FastifySchemaCompiler, FastifySerializerCompiler } from 'fastify'
import { IsSchema, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { findBadText } from '../web/find-bad-text.ts'
import { UnfitRequest } from './unfit-request.ts'

/**
 * Checks bodies, parameters and queries with the same validator as the sockets' frames: nothing is coerced, filled in or stripped,
 * an unknown key is refused.
 */
export const checkRequest: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart = 'body' }) => {
  const validator = Compile(schemaOf(schema))
  return (value: unknown) => {
    if (!validator.Check(value)) {
      const [first] = validator.Errors(value).filter((error) => error.keyword !== 'boolean')
      return {
        error: new UnfitRequest('NOT_UNDERSTOOD', httpPart, first?.instancePath ?? '', first?.message ?? ''),
      }
    }
    const badText = findBadText(value)
    return badText === null ? { value } : { error: new UnfitRequest('BAD_TEXT', httpPart, badText, '') }
  }
}

/**
 * Answers leave only if they are exactly what their schema lists. One key more or less is a mistake of ours and becomes INTERNAL:
 * a secret that slips into an object must not slip out (reliability: A4).
 */
export const checkAnswer: FastifySerializerCompiler<FastifySchema> = ({
  schema,
  method,
  url,
  httpStatus,
}) => {
  const validator = Compile(schemaOf(schema))
  return (answer: unknown) => {
    if (validator.Check(answer)) return JSON.stringify(answer)
    const [first] = validator.Errors(answer)
    throw new Error(
      `${method} ${url} would answer ${httpStatus ?? ''} against its schema at "${first?.instancePath ?? ''}": ${first?.message ?? ''}`,
    )
  }
}

function schemaOf(schema: unknown): TSchema {
  if (IsSchema(schema)) return schema
  throw new TypeError('A route of the console needs TypeBox schemas.')
}
