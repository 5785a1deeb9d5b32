/** Where the store says what an operator should know; pino's logger fits. Never a row's content. */
export interface StoreLog {
  readonly info: (fields: object, message: string) => void
  readonly warn: (fields: object, message: string) => void
  readonly error: (fields: object, message: string) => void
}
