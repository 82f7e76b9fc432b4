import type { IsName } from './person-names.ts'

/** Who speaks, by a heading above the titles of talks: `Ada Example`, `Ada Example, Tea Ltd`. */
export function personAbove(heading: string, isName: IsName): string | undefined {
  if (isName(heading)) return heading
  const [, name = ''] = /^([^,|@("“]{3,60}), \p{Lu}[^|@"“”:]{1,40}$/u.exec(heading) ?? []
  return isName(name) ? name : undefined
}
