import type { types } from '@slack/bolt'
import { limits } from './limits.ts'
import { asPlainText, fitLine } from './message.ts'

/** Text on a control, as much of it as Slack shows. */
export const controlText = (words: string): types.PlainTextElement =>
  asPlainText(fitLine(words, limits.buttonText))

export const controlOption = (label: string, value: string): types.PlainTextOption => ({
  text: controlText(label),
  value,
})

export interface OptionGroup {
  readonly label: types.PlainTextElement
  readonly options: types.PlainTextOption[]
}

/** A menu in which people find an option by typing a part of it. */
export function selectMenu(groups: readonly OptionGroup[], value: string | undefined): types.StaticSelect {
  const initial = groups.flatMap(({ options }) => options).find((other) => other.value === value)
  return {
    type: 'static_select',
    option_groups: [...groups],
    ...(initial && { initial_option: initial }),
  }
}

/** A choice of one, with what is chosen. */
export function withChosen(options: types.PlainTextOption[], value: string) {
  const initial = options.find((other) => other.value === value)
  return { options, ...(initial && { initial_option: initial }) }
}

/** What is chosen of several. */
export function withSeveralChosen(options: readonly types.PlainTextOption[], values: readonly string[]) {
  const initial = options.filter(({ value }) => values.includes(value ?? ''))
  return initial.length > 0 ? { initial_options: initial } : {}
}

/** In groups that Slack takes: a large one is continued in another of the same name. */
export function grouped(
  options: readonly types.PlainTextOption[],
  nameOf: (option: types.PlainTextOption) => string,
): readonly OptionGroup[] {
  return [...Map.groupBy(options, nameOf)].flatMap(([name, members]) => {
    const parts = Math.ceil(members.length / limits.groupOptions)
    return Array.from(
      { length: parts },
      (_, part): OptionGroup => ({
        label: controlText(part === 0 ? name : `${name} (${part + 1})`),
        options: members.slice(part * limits.groupOptions, (part + 1) * limits.groupOptions),
      }),
    )
  })
}
