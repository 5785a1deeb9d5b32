/** A step that breaks a promise its maker gave. It never reaches the database, and repeating it does not help. */
export class UnfitStep extends Error {
  override readonly name = 'UnfitStep'
}
