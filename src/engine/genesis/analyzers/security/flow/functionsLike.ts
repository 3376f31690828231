/** Nodes of all grammars that hold the code of a function. */
export const functionsLike =
  /^(?:function_(?:declaration|expression|definition)|arrow_function|generator_function|lambda\w*|method_de\w+|method|func_literal|anonymous_\w+|closure_expression|function)$/;
