import { parseQuery } from '../query/parse-query.ts'
import type { FacetField } from '../query/query.ts'
import { hasSeveral } from '../query/query-fields.ts'
import { rewrite } from '../query/write-query.ts'

/**
 * The question asked of fewer talks. Of what a talk has only one of, such as its year, the filter takes the place of
 * what was asked for, since it would be an alternative to that.
 * @param filter a facet's
 */
export function narrowQuestion(question: string, field: FacetField, filter: string): string {
  const { text, filters } = parseQuery(question)
  const replaced = hasSeveral(field) ? [] : filters.filter((one) => one.field === field && !one.isExcluded)
  if (replaced.length === 0) return `${text} ${filter}`
  const replacements = replaced.map(({ start, end }, place) => ({
    start,
    end,
    text: place === 0 ? filter : '',
  }))
  return rewrite(text, replacements).replace(/ {2,}/g, ' ').trim()
}
