#!/usr/bin/env bash
# Regenerates the client from the vendor's OpenAPI document and reports the result on GitHub: a pull
# request for a change, an issue for a failure. See "In a scheduled workflow" in
# docs/contributing/regenerating.md.
#
# Usage: .github/regenerate.sh https://… | path/to/document.yaml
#
# Needs java, Maven, git, curl and gh, and a clean checkout. The document is untrusted: its text goes
# from file to file, never into a command line.
set -euo pipefail

readonly BRANCH=vendor-document
readonly LABEL=vendor-document
readonly ARTIFACT=vendor-document
readonly BOT_NAME='github-actions[bot]'
readonly BOT_EMAIL='41898282+github-actions[bot]@users.noreply.github.com'
readonly MAX_DOCUMENT_BYTES=33554432
# GitHub refuses more than 65,536 characters; the rest is for the note that the text was cut.
readonly MAX_TEXT_BYTES=65000

readonly OUTPUT=openapi/target
readonly PAGE=$OUTPUT/change.md
readonly PROGRESS=$OUTPUT/regenerate.err
readonly TEXT=$OUTPUT/regenerate.text

fail() {
  printf '%s\n' "$1" >&2
  exit "${2:-1}"
}

# Names the commit that a branch or tag on GitHub stands at; fails if GitHub does not tell.
commit_of() {
  local sha
  sha=$(gh api "repos/$1/commits/$2" --jq .sha)
  [[ $sha =~ ^[0-9a-f]{40}$ ]] && printf '%s\n' "$sha"
}

# Sets `url` and `origin`. A branch may move at any time, so a file on GitHub is fetched by commit.
pin() {
  local raw='^https://raw\.githubusercontent\.com/([A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+)/(refs/(heads|tags)/)?([A-Za-z0-9._-]+)/([^?]+)$'
  local repository path commit
  origin=$url
  [[ $url =~ $raw ]] || return 0
  repository=${BASH_REMATCH[1]}
  path=${BASH_REMATCH[5]}
  commit=$(commit_of "$repository" "${BASH_REMATCH[4]}") || return 0
  url="https://raw.githubusercontent.com/$repository/$commit/$path"
  origin="$repository@$commit $path"
}

download() {
  curl --fail --silent --show-error --globoff \
    --proto '=https' --location --proto-redir '=https' --max-redirs 3 \
    --connect-timeout 20 --max-time 120 --retry 3 --retry-max-time 300 \
    --max-filesize "$MAX_DOCUMENT_BYTES" --output "$document" --url "$url" ||
    fail "Could not download $url: curl ended with exit code $?."
}

# Sets `document`, and `origin` if the document was downloaded.
obtain() {
  local valid='^https://[A-Za-z0-9.-]+(:[0-9]+)?/[A-Za-z0-9._~/?=&%+,-]*$'
  origin=
  if [[ -f $1 ]]; then
    document=$1
  elif [[ $1 =~ $valid ]]; then
    url=$1
    document=$PWD/$OUTPUT/vendor.yaml
    pin
    download
  else
    fail "Neither a file nor a plain https URL: $(printf '%q' "$1")"
  fi
}

# Runs the one command, without the token, and returns its exit code. Nothing that the command prints
# is taken by GitHub Actions for a workflow command such as ::add-mask::.
regenerate() {
  local code=0 resume
  set -- "$document"
  [[ -z $origin ]] || set -- "$@" --source "$origin"
  resume=$(mktemp -u resume-XXXXXXXXXXXX)
  echo "::stop-commands::$resume"
  { env -u GH_TOKEN -u GITHUB_TOKEN java openapi/Regenerate.java "$@" 2>&1 >&3 | tee "$PROGRESS"; } \
    3>&1 || code=$?
  printf '\n::%s::\n' "$resume"
  return "$code"
}

# The `info.version` of the document that the command wrote.
version() {
  local version
  version=$(sed -n '/^  version: */{s///p;q;}' openapi/video.yaml)
  [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail 'openapi/video.yaml has no version.'
  printf '%s\n' "$version"
}

# Prepares what is read from standard input as the text of a pull request or an issue. What is too
# long is cut after a whole line, and the note comes first since the cut may be inside a code block.
prepare_text() {
  local all="$TEXT.all"
  cat >"$all"
  if [[ $(wc -c <"$all") -le $MAX_TEXT_BYTES ]]; then
    mv "$all" "$TEXT"
    return
  fi
  {
    # shellcheck disable=SC2016 # Markdown
    printf '_Truncated to the length that GitHub accepts. The artifact `%s` of %s has the full text._\n\n' \
      "$ARTIFACT" "$run"
    head -c "$MAX_TEXT_BYTES" "$all" | sed '$d'
  } >"$TEXT"
  rm "$all"
}

# The command's messages as an indented code block, in which no text is Markdown, a mention or a link.
quoted_progress() {
  tr -d '\000-\010\013-\037\177' <"$PROGRESS" | sed 's/^/    /'
}

# Prints the number of the first open pull request or issue that a query finds, if any.
find_open() {
  gh api "repos/{owner}/{repo}/$1?state=open&$2" --jq '.[0].number // empty'
}

# Updates title and text of number $2 of `pulls` or `issues`, or creates it if $2 is empty. What
# follows the title is for creating only.
publish() {
  local kind=$1 number=$2 title=$3
  shift 3
  if [[ -n $number ]]; then
    gh api --method PATCH "repos/{owner}/{repo}/$kind/$number" \
      -f title="$title" -F body=@"$TEXT" --jq .html_url
  else
    gh api --method POST "repos/{owner}/{repo}/$kind" \
      -f title="$title" -F body=@"$TEXT" "$@" --jq .html_url
  fi
}

# Runs git with the credentials of gh, which are stored nowhere.
authenticated_git() {
  git -c credential.helper= -c credential.helper='!gh auth git-credential' "$@"
}

# Succeeds if the last commit of the branch on GitHub is not by this script.
has_foreign_commits() {
  authenticated_git fetch --quiet --depth=1 origin "$BRANCH"
  [[ $(git log -1 --format=%ce FETCH_HEAD) != "$BOT_EMAIL" ]]
}

push_changes() {
  git switch --quiet --force-create "$BRANCH"
  git add --all
  git -c user.name="$BOT_NAME" -c user.email="$BOT_EMAIL" commit --quiet --message "$1"
  authenticated_git push --quiet --force-with-lease="$BRANCH:$2" origin "$BRANCH"
}

# Opens or updates the pull request. One that somebody works on is left alone: pushing would discard
# their commits.
open_pull_request() {
  local title number tip
  title="Merge the vendor's OpenAPI document: $1, $(version)"
  number=$(find_open pulls "head={owner}:$BRANCH")
  tip=$(authenticated_git ls-remote origin "refs/heads/$BRANCH" | cut -f 1)
  if [[ -n $number && -n $tip ]] && has_foreign_commits; then
    echo "::warning::Pull request $number has commits that would be lost, so it was not updated. Merge or close it."
    return
  fi
  push_changes "$title" "$tip"
  prepare_text <"$PAGE"
  publish pulls "$number" "$title" -f head="$BRANCH" -f base="$base"
}

open_issue() {
  local number
  number=$(find_open issues "labels=$LABEL")
  publish issues "$number" "The vendor's OpenAPI document $1" -f "labels[]=$LABEL"
}

report_unreadable() {
  {
    # shellcheck disable=SC2016 # Markdown
    printf 'No client can be generated from `%s`. See `docs/contributing/regenerating.md`.\n\n' \
      "${origin:-${document##*/}}"
    quoted_progress
  } | prepare_text
  open_issue 'cannot be read'
}

report_failed_build() {
  prepare_text <"$PAGE"
  open_issue 'breaks the build'
}

main() {
  [[ $# -eq 1 ]] || fail 'Usage: .github/regenerate.sh https://… | path/to/document.yaml' 2
  local document origin url base run code=0
  [[ ! -f $1 ]] || set -- "$(realpath -- "$1")"
  cd "$(dirname "$0")/.."
  [[ -z $(git status --porcelain) ]] || fail 'The checkout has changes; commit or discard them first.' 2
  base=${GITHUB_REF_NAME:-$(git branch --show-current)}
  run=${GITHUB_RUN_ID:+$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/}${GITHUB_RUN_ID:-this run}
  mkdir -p "$OUTPUT"
  obtain "$1"
  regenerate || code=$?
  case $code in
    0) echo 'Unchanged.' ;;
    10) open_pull_request additive ;;
    20) open_pull_request breaking ;;
    30) report_unreadable ;;
    40) report_failed_build ;;
    *) fail "The command failed with exit code $code." "$code" ;;
  esac
}

main "$@"
