import { type CompletedPath, type CompletionWords, kindText, singleQuoted, valuePatterns } from './completion-words.ts'

/** The script for zsh: a file `_entrygo` in a folder of `fpath`, or sourced after compinit. */
export function zshScript(all: CompletionWords): string {
  const { paths, shared } = all
  const entries = (described: readonly { readonly name: string; readonly about: string }[]): string =>
    described.map(({ name, about }) => singleQuoted(`${name.replaceAll(':', '\\:')}:${about}`)).join(' ')
  const byPath = (text: (path: CompletedPath) => string): string[] =>
    paths.flatMap((path) => (text(path) === '' ? [] : [`    ${singleQuoted(path.path)}) reply=(${text(path)}) ;;`]))
  const values = valuePatterns(all).map(({ pattern, kind }) => `    ${pattern}) reply=(${kind}) ;;`)
  const words = byPath((path) => entries(path.words.map(({ word, about }) => ({ name: word, about }))))
  const flags = byPath((path) => entries([...path.flags, ...shared].map(({ flag, about }) => ({ name: flag, about }))))
  return [
    '#compdef entrygo',
    '# entrygo completion for zsh; made by `entrygo completion zsh`.',
    ...caseFunction('_entrygo_words', words),
    ...caseFunction('_entrygo_flags', flags),
    ...caseFunction(
      '_entrygo_argument',
      byPath(({ argument }) => (argument === null ? '' : kindText(argument))),
    ),
    ...caseFunction('_entrygo_value', values),
    ...fixed.trim().split('\n'),
    '',
  ].join('\n')
}

function caseFunction(name: string, cases: readonly string[]): string[] {
  return [`${name}() {`, '  reply=()', '  case "$1" in', ...cases, '    *) return 1 ;;', '  esac', '}']
}

const fixed = `
_entrygo_kind() {
  case "$1" in
    '' | @any) ;;
    @path) _files ;;
    *) compadd -- "$@" ;;
  esac
}
_entrygo() {
  local at='' flag='' word i
  local -a reply found
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    if [[ -n "$flag" ]]; then flag=''; continue; fi
    if [[ "$word" == -* ]]; then
      if [[ "$word" != *=* ]] && _entrygo_value "$at:$word"; then flag="$word"; fi
    else
      _entrygo_words "$at"
      if (( \${reply[(I)$word:*]} )); then at="\${at:+$at }$word"; fi
    fi
  done
  word="\${words[CURRENT]}"
  if [[ -n "$flag" ]]; then
    _entrygo_value "$at:$flag"
    _entrygo_kind "\${reply[@]}"
  elif [[ "$word" == -*=* ]]; then
    flag="\${word%%=*}"
    compset -P '*='
    _entrygo_value "$at:$flag" && _entrygo_kind "\${reply[@]}"
  elif [[ "$word" == -* ]]; then
    _entrygo_flags "$at"
    found=("\${reply[@]}")
    _describe -o flag found
  else
    _entrygo_words "$at"
    found=("\${reply[@]}")
    (( \${#found} )) && _describe command found
    _entrygo_argument "$at" && _entrygo_kind "\${reply[@]}"
  fi
  return 0
}
if [[ "\${funcstack[1]}" == _entrygo ]]; then _entrygo "$@"; else compdef _entrygo entrygo; fi
`
