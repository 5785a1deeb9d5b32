import ts from 'typescript'
import { scriptsOf } from './scripts-of.ts'

/** What a file of code says outside its comments. */
export interface Words {
  /** Free names and what is read of them: `process`, `Date.now`, `new Date()`, `fetch`. */
  readonly names: ReadonlySet<string>
  /** Texts as they are written, template parts included. */
  readonly texts: readonly string[]
}

/** Reads the names and texts of a file; knows no scopes, so a local variable called `process` counts too. */
export function wordsOf(path: string): Words {
  const names = new Set<string>()
  const texts: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      names.add(`${lastName(node.expression)}.${node.name.text}`)
      visit(node.expression)
      return
    }
    if (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0)
      names.add(`new ${lastName(node.expression)}()`)
    if (ts.isCallExpression(node) && node.arguments.length === 0) names.add(`${lastName(node.expression)}()`)
    if (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node) || ts.isTypeElement(node)) {
      // The name of a property is not a name of the surroundings.
      ts.forEachChild(node, (child) =>
        child === node.name && ts.isIdentifier(child) ? undefined : visit(child),
      )
      return
    }
    if (ts.isIdentifier(node)) names.add(node.text)
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, scriptsOf(path), ts.ScriptTarget.Latest))
  return { names, texts }
}

/** `globalThis.process` → `process`, `Date` → `Date` */
function lastName(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : ''
}
