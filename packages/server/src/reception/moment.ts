/**
 * Points in the life of a step that a fault test can act on; in production nobody listens. `committed`: the database has the step,
 * and nobody was told yet.
 */
export type Moment = 'decided' | 'committed'
