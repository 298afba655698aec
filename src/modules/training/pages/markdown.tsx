import type { Token, Tokens } from 'marked';
import type { ComponentChildren, VNode } from 'preact';
import { isSafeHref } from '../domain/forbidden.js';
import { unescaped } from '../domain/plain-text.js';

/**
 * Markdown as nodes of the page, never as a string of HTML: what is not known here is shown as the words it was written in,
 * so raw HTML and pictures come out as text.
 */
export const Markdown = ({ tokens }: { tokens: readonly Token[] }): VNode => <>{tokens.map(node)}</>;

function node(token: Token): ComponentChildren {
  switch (token.type) {
    case 'paragraph':
      return <p>{inside(token)}</p>;
    case 'heading':
      return (token as Tokens.Heading).depth === 2 ? <h2>{inside(token)}</h2> : <h3>{inside(token)}</h3>;
    case 'list':
      return listOf(token as Tokens.List);
    case 'blockquote':
      return <blockquote>{inside(token)}</blockquote>;
    case 'table':
      return tableOf(token as Tokens.Table);
    case 'code':
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'hr':
      return <hr />;
    case 'strong':
      return <strong>{inside(token)}</strong>;
    case 'em':
      return <em>{inside(token)}</em>;
    case 'del':
      return <del>{inside(token)}</del>;
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return linkOf(token as Tokens.Link);
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? inside(token) : unescaped((token as Tokens.Text).text);
    case 'space':
    case 'def':
    case 'checkbox':
      return null;
    default:
      return token.raw;
  }
}

const inside = (token: Token): ComponentChildren => ('tokens' in token ? (token.tokens ?? []).map(node) : null);

function linkOf(token: Tokens.Link): ComponentChildren {
  if (!isSafeHref(token.href)) return inside(token);
  return (
    <a href={token.href} rel="noreferrer">
      {inside(token)}
    </a>
  );
}

function listOf({ ordered, start, items }: Tokens.List): VNode {
  const rows = items.map((item, at) => <li key={at}>{item.tokens.map(node)}</li>);
  return ordered ? <ol start={start === '' ? 1 : start}>{rows}</ol> : <ul>{rows}</ul>;
}

const tableOf = ({ header, rows }: Tokens.Table): VNode => (
  <div class="table-scroll" role="region" tabIndex={0} aria-label={header.map((cell) => cell.text).join(', ')}>
    <table class="plain-table">
      <thead>
        <tr>
          {header.map((cell, at) => (
            <th key={at} scope="col">
              {cell.tokens.map(node)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>{cell.tokens.map(node)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
