package io.tokeneconomy.spring.charge;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.TypedValue;
import org.springframework.expression.spel.ExpressionState;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.Elvis;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpDec;
import org.springframework.expression.spel.ast.OpDivide;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpInc;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpMinus;
import org.springframework.expression.spel.ast.OpModulus;
import org.springframework.expression.spel.ast.OpMultiply;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OpPlus;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.OperatorPower;
import org.springframework.expression.spel.ast.SpelNodeImpl;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.standard.SpelExpression;

/**
 * Makes the arithmetic of a SpEL expression exact: SpEL lets an int and a long overflow in silence. Operands become {@link
 * BigInteger}s on their way into an operation, whatever they come from, and what comes out is an int or a long again where
 * it fits, so that methods are found as ever.
 */
final class ExactArithmetic {

    private static final Map<Class<?>, Maker> ARITHMETIC = Map.of(
            OpPlus.class, OpPlus::new,
            OpMinus.class, OpMinus::new,
            OpMultiply.class, OpMultiply::new,
            OpDivide.class, OpDivide::new,
            OpModulus.class, OpModulus::new);

    private static final Map<Class<?>, Maker> OTHERS = others();

    private ExactArithmetic() {}

    /**
     * {@return the same expression, exact}
     *
     * @throws IllegalStateException when it computes where that cannot be made exact
     */
    static SpelExpression of(SpelExpression expression) {
        SpelNodeImpl exact = exact((SpelNodeImpl) expression.getAST());
        return new SpelExpression(expression.getExpressionString(), exact, new SpelParserConfiguration());
    }

    private static SpelNodeImpl exact(SpelNodeImpl node) {
        SpelNodeImpl[] parts = parts(node);
        int start = node.getStartPosition();
        int end = node.getEndPosition();
        Maker arithmetic = ARITHMETIC.get(node.getClass());
        if (arithmetic != null) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = new Converted(exact(parts[i]), ExactArithmetic::whole);
            }
            return new Converted(arithmetic.make(start, end, parts), ExactArithmetic::narrow);
        }
        Maker other = OTHERS.get(node.getClass());
        if (other == null && !(node instanceof MethodReference) && !(node instanceof Indexer)) {
            refuseWithin(node, node);
            return node;
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] = exact(parts[i]);
        }
        if (node instanceof MethodReference method) {
            return new MethodReference(method.isNullSafe(), method.getName(), start, end, parts);
        }
        return other == null ? new Indexer(node.isNullSafe(), start, end, parts[0]) : other.make(start, end, parts);
    }

    private static void refuseWithin(SpelNodeImpl whole, SpelNodeImpl node) {
        boolean computes = ARITHMETIC.containsKey(node.getClass())
                || node instanceof OperatorPower
                || node instanceof OpInc
                || node instanceof OpDec;
        if (computes) {
            throw new IllegalStateException(
                    whole.toStringAST() + " computes in a way that may overflow; use + - * / % outside of it");
        }
        for (SpelNodeImpl part : parts(node)) {
            refuseWithin(whole, part);
        }
    }

    private static SpelNodeImpl[] parts(SpelNode node) {
        SpelNodeImpl[] parts = new SpelNodeImpl[node.getChildCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (SpelNodeImpl) node.getChild(i);
        }
        return parts;
    }

    private static Map<Class<?>, Maker> others() {
        Map<Class<?>, Maker> makers = new HashMap<>();
        makers.put(Ternary.class, Ternary::new);
        makers.put(Elvis.class, Elvis::new);
        makers.put(CompoundExpression.class, CompoundExpression::new);
        makers.put(OpAnd.class, OpAnd::new);
        makers.put(OpOr.class, OpOr::new);
        makers.put(OperatorNot.class, (start, end, parts) -> new OperatorNot(start, end, parts[0]));
        makers.put(OpEQ.class, OpEQ::new);
        makers.put(OpNE.class, OpNE::new);
        makers.put(OpGT.class, OpGT::new);
        makers.put(OpGE.class, OpGE::new);
        makers.put(OpLT.class, OpLT::new);
        makers.put(OpLE.class, OpLE::new);
        return makers;
    }

    /** {@return a whole number as one that cannot overflow, anything else as it is} */
    static @Nullable Object whole(@Nullable Object value) {
        boolean whole =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        return whole && value instanceof Number number ? BigInteger.valueOf(number.longValue()) : value;
    }

    private static @Nullable Object narrow(@Nullable Object value) {
        if (!(value instanceof BigInteger whole) || whole.bitLength() >= Long.SIZE) {
            return value;
        }
        if (whole.bitLength() >= Integer.SIZE) {
            return whole.longValue();
        }
        return whole.intValue();
    }

    /** Makes a node of one kind. */
    @FunctionalInterface
    private interface Maker {
        SpelNodeImpl make(int start, int end, SpelNodeImpl... parts);
    }

    /** A node whose value is changed on its way out. */
    private static final class Converted extends SpelNodeImpl {

        private final SpelNodeImpl from;
        private final UnaryOperator<@Nullable Object> conversion;

        Converted(SpelNodeImpl from, UnaryOperator<@Nullable Object> conversion) {
            super(from.getStartPosition(), from.getEndPosition(), from);
            this.from = from;
            this.conversion = conversion;
        }

        @Override
        public TypedValue getValueInternal(ExpressionState state) {
            return new TypedValue(conversion.apply(from.getTypedValue(state).getValue()));
        }

        @Override
        public String toStringAST() {
            return from.toStringAST();
        }
    }
}
