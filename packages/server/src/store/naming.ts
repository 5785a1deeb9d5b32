import { CamelCasePlugin } from 'kysely'

/** camelCase in TypeScript, snake_case in SQL; what is inside JSON columns stays as it is. */
export const NAMING = new CamelCasePlugin({ maintainNestedObjectKeys: true })
