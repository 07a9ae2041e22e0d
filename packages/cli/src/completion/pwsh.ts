import type { CompletedPath, CompletionWords, ValueKind } from './completion-words.ts'

/** The script for PowerShell 7: `entrygo completion pwsh | Out-String | Invoke-Expression` in the profile. */
export function pwshScript({ paths, shared }: CompletionWords): string {
  const flags = (path: Pick<CompletedPath, 'flags'>): string =>
    path.flags.map(({ flag, about, value }) => `,@(${quoted(flag)}, ${quoted(about)}, ${listOf(value)})`).join(' + ')
  const words = (path: CompletedPath): string =>
    path.words.map(({ word, about }) => `,@(${quoted(word)}, ${quoted(about)})`).join(' + ')
  return [
    '# entrygo completion for PowerShell; made by `entrygo completion pwsh`.',
    `$script:entrygoShared = @(${flags({ flags: shared })})`,
    '$script:entrygoPaths = @{',
    ...paths.map(
      (path) =>
        `  ${quoted(path.path)} = @{ words = @(${words(path)}); flags = @(${flags(path)}); argument = ${listOf(path.argument)} }`,
    ),
    '}',
    ...fixed.trim().split('\n'),
    '',
  ].join('\n')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** Null for what takes no value, `@path` and `@any`, or the words. */
function listOf(kind: ValueKind | null): string {
  if (kind === null) return '$null'
  return `@(${(typeof kind === 'string' ? [`@${kind}`] : kind).map(quoted).join(', ')})`
}

const fixed = `
Register-ArgumentCompleter -Native -CommandName entrygo -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $at = ''
  $kind = $null
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition })
  foreach ($element in $before) {
    $word = $element.ToString()
    if ($null -ne $kind) { $kind = $null; continue }
    $here = $script:entrygoPaths[$at]
    if ($word.StartsWith('-')) {
      $flag = @($here.flags) + @($script:entrygoShared) | Where-Object { $_ -and $_[0] -eq $word } | Select-Object -First 1
      if ($flag) { $kind = $flag[2] }
    } else {
      $below = "$at $word".Trim()
      if ($script:entrygoPaths.ContainsKey($below)) { $at = $below }
    }
  }
  $here = $script:entrygoPaths[$at]
  $found = @()
  if ($null -eq $kind -and $wordToComplete.StartsWith('-')) {
    $found = @($here.flags) + @($script:entrygoShared) | Where-Object { $_ } | ForEach-Object { , @($_[0], $_[1]) }
  } else {
    if ($null -eq $kind) {
      $found = $here.words | Where-Object { $_ } | ForEach-Object { , @($_[0], $_[1]) }
      $kind = $here.argument
    }
    if ($kind -and $kind[0] -notlike '@*') { $found = @($found) + @($kind | ForEach-Object { , @($_, $_) }) }
  }
  # With no result of ours PowerShell completes paths by itself.
  $found | Where-Object { $_ -and $_[0] -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`
