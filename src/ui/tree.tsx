import type { VNode } from 'preact';
import type { Children } from './words.js';

export interface TreeNode {
  readonly key: string;
  readonly content: Children;
  readonly children?: readonly TreeNode[] | undefined;
}

/** What belongs to what, as lists within lists. */
export const Tree = ({ nodes }: { nodes: readonly TreeNode[] }): VNode => (
  <ul class="tree">
    {nodes.map(({ key, content, children = [] }) => (
      <li key={key}>
        {content}
        {children.length > 0 && <Tree nodes={children} />}
      </li>
    ))}
  </ul>
);
