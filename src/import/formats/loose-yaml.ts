import { parseAllDocuments, type YAMLError } from 'yaml'
import { firstLineOfError } from '../../files/first-line-of-error.ts'
import { joinedYaml } from '../../notes/foreign/fields/joined-yaml.ts'
import { whyTooDeep } from '../read/input.ts'

/** YAML of sites: one value a document, or what is wrong. */
export function parseLooseYaml(text: string): { readonly value: unknown } | { readonly problem: string } {
  const read = parse(text)
  if ('value' in read) return read
  const joined = parse(joinedYaml(text))
  return 'value' in joined ? joined : read
}

function parse(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    // Sites put a document of comments before it.
    const documents = parseAllDocuments(text, { logLevel: 'error', uniqueKeys: false })
    if (!Array.isArray(documents)) return { problem: 'it is empty' }
    const value = documents.map((document) => {
      const error = document.errors.find((one) => !isHarmless(one))
      if (error) throw error
      return document.toJS({ maxAliasCount: 100 })
    })
    return { value }
  } catch (error) {
    return { problem: whyTooDeep(error as Error) ?? firstLineOfError(error).slice(0, 150) }
  }
}

const isHarmless = ({ code }: YAMLError): boolean => code === 'BAD_INDENT' || code === 'TAB_AS_INDENT'
