import { expect, test } from 'vitest'
import { csvLine } from './csv-line.ts'

test.for([
  ['plain words as they are', ['500 ml', 'yes'], '500 ml,yes\r\n'],
  ['commas, quotes and lines quoted', ['a, b', 'say "hi"', 'one\ntwo'], '"a, b","say ""hi""","one\ntwo"\r\n'],
  ['a formula made harmless', ['=cmd|calc', '+1', '-2', '@x', '\tx'], "'=cmd|calc,'+1,'-2,'@x,'\tx\r\n"],
  ['one behind blanks and in full width', [' =1', '＝1', '\r=1'], "' =1,'＝1,\"'\r=1\"\r\n"],
  ['numbers as they are', [-5, 1.5], '-5,1.5\r\n'],
  ['nothing as nothing', ['', ''], ',\r\n'],
  ['Chinese', ['每色 500 个'], '每色 500 个\r\n'],
] as const)('writes %s', ([, cells, line]) => {
  expect(csvLine(cells)).toBe(line)
})
