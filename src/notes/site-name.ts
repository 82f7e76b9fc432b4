/** The files in which makers of sites are told what the site is called. */
export const isSiteFile = (name: string): boolean =>
  /^(?:_config|mkdocs|_quarto|hugo|config)\.(?:ya?ml|toml)$/i.test(name)
