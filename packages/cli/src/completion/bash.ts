import { type CompletedPath, type CompletionWords, kindText, singleQuoted, valuePatterns } from './completion-words.ts'

/** The script for bash 4 and newer; it needs no bash-completion package. */
export function bashScript(words: CompletionWords): string {
  const { paths, shared } = words
  const byPath = (text: (path: CompletedPath) => string): string[] =>
    paths.flatMap((path) =>
      text(path) === '' ? [] : [`    ${singleQuoted(path.path)}) printf '%s' ${singleQuoted(text(path))} ;;`],
    )
  const values = valuePatterns(words).map(({ pattern, kind }) => `    ${pattern}) printf '%s' ${singleQuoted(kind)} ;;`)
  return [
    '# entrygo completion for bash; made by `entrygo completion bash`.',
    ...caseFunction(
      '_entrygo_words',
      byPath(({ words }) => words.map(({ word }) => word).join(' ')),
    ),
    ...caseFunction(
      '_entrygo_flags',
      byPath(({ flags }) => [...flags, ...shared].map(({ flag }) => flag).join(' ')),
    ),
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
  return [`${name}() {`, '  case "$1" in', ...cases, '    *) return 1 ;;', '  esac', '}']
}

/** bash splits `--format=json` into three words, and the path of the command is read from the words before the cursor. */
const fixed = `
_entrygo() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path='' flag='' word known kind i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ "$word" == '=' && -n "$flag" ]]; then continue; fi
    if [[ -n "$flag" ]]; then flag=''; continue; fi
    if [[ "$word" == -* ]]; then
      if _entrygo_value "$path:$word" > /dev/null; then flag="$word"; fi
    else
      known=" $(_entrygo_words "$path") "
      if [[ "$known" == *" $word "* ]]; then path="\${path:+$path }$word"; fi
    fi
  done
  COMPREPLY=()
  if [[ "$cur" == '=' ]]; then cur=''; fi
  if [[ -n "$flag" ]]; then
    kind="$(_entrygo_value "$path:$flag")"
  elif [[ "$cur" == -* ]]; then
    COMPREPLY=($(compgen -W "$(_entrygo_flags "$path")" -- "$cur"))
    return
  else
    COMPREPLY=($(compgen -W "$(_entrygo_words "$path")" -- "$cur"))
    kind="$(_entrygo_argument "$path")"
  fi
  case "$kind" in
    '' | @any) ;;
    @path)
      compopt -o filenames 2> /dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
      ;;
    *) COMPREPLY+=($(compgen -W "$kind" -- "$cur")) ;;
  esac
}
complete -F _entrygo entrygo
`
