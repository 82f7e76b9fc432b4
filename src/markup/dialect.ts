import { endOfFence, fence, hashHeading, isOverline, ruler } from './markup-signs.ts'

/** The markup of a text; `plain` if nothing decides, and the signs that all have in common are read. */
export type Dialect = 'markdown' | 'restructuredtext' | 'plain'

const restructured =
  /^\s*\.\. (?:[\w-]+::|_[^:]+:|\[[^\]]+\] )|:[a-z][a-z:]{1,20}:`|`[^`<]{1,200}<[^>`]{1,200}>`_|^:\w[\w ]{0,30}:\s/
/** In plain text a line that begins with `# ` is the comment of some code, unless there are many. */
const linesPerComment = 50

/** Tells the dialect from the signs that only one has. */
export function dialectOf(lines: readonly string[]): Dialect {
  let filled = 0
  let hashes = 0
  let isSure = false
  let restructuredSigns = 0
  let before = ''
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const marks = hashHeading(line)
    const opening = fence.exec(line)?.[1]
    if (before.trim() && line.length >= before.length && ruler.test(line) && !/^[-=]/.test(line))
      restructuredSigns++
    else if (isOverline(lines, i)) {
      restructuredSigns++
      i += 2
    } else if (opening) i = endOfFence(lines, i + 1, opening)
    else if (marks && (!before.trim() || hashHeading(before))) {
      hashes++
      isSure ||= filled === 0 || marks.depth > 1
    } else if (restructured.test(line)) restructuredSigns++
    before = line
    if (line.trim()) filled++
  }
  if (restructuredSigns > hashes) return 'restructuredtext'
  return hashes > 0 && (isSure || hashes * linesPerComment >= filled) ? 'markdown' : 'plain'
}
