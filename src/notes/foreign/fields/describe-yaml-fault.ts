/** What the parser's first words are for somebody who writes notes, and need not know what YAML calls its parts. */
const inPlainWords: readonly (readonly [fault: RegExp, words: string])[] = [
  [/^missing closing (["'])quote$/i, 'a closing $1 is missing'],
  [/^nested mappings are not allowed in compact mappings$/i, 'a value has a colon in it'],
  [/^unexpected block-seq-ind on same line with key$/i, 'a list begins on the line of its key'],
  [/^flow (?:sequence|map) in block collection .* end with a (.)$/i, 'a $1 is missing, or is not indented'],
  [/^flow (?:sequence|map) must end with a (.)$/i, 'a $1 is missing'],
  [/^plain value cannot start with .*?(\S)$/i, 'a value begins with $1'],
  [/^source contains multiple documents.*$/i, 'a line --- divides it into several documents'],
  [/^implicit map keys need to be followed by map values$/i, 'a line has no colon'],
  [/^implicit keys .* on a single line$/i, 'a name is not on one line with its colon'],
  [
    /^(?:all (?:mapping|sequence) items must|a block sequence may not) .*$/i,
    'lines that belong together begin at different columns',
  ],
  [
    /^block collections are not allowed within flow collections$/i,
    'a bracket is not closed before the next line',
  ],
  [/^sequence item without - indicator$/i, 'a line of a list has no dash'],
]

/**
 * What is wrong with YAML, as the end of a sentence.
 *
 * describeYamlFault('Missing closing "quote') // => 'a closing " is missing'
 */
export function describeYamlFault(message: string): string {
  const first = message.split('\n', 1)[0] ?? ''
  const said = first.replace(/ at line \d+, column \d+:?$/, '')
  for (const [fault, words] of inPlainWords) if (fault.test(said)) return said.replace(fault, words)
  return `${said.charAt(0).toLowerCase()}${said.slice(1)}`
}
