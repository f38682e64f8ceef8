package org.peersupport.benchmarks;

import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import com.github.oxo42.stateless4j.StateMachineConfig;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.peersupport.placeholder.Placeholder;
import org.peersupport.placeholder.PlaceholderBuilder;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;
import reactor.core.publisher.Mono;

/** A placeholder; remove me. Shows that each of the peers runs here. */
@State(Scope.Benchmark)
public class PlaceholderBenchmark {

  /** A state or an event. */
  public enum Word {
    A,
    B
  }

  private final com.alibaba.cola.statemachine.StateMachine<Word, Word, String> cola;

  /** Prepares the machines. */
  public PlaceholderBenchmark() {
    var builder = StateMachineBuilderFactory.<Word, Word, String>create();
    builder
        .externalTransition()
        .from(Word.A)
        .to(Word.B)
        .on(Word.B)
        .when(c -> true)
        .perform((from, to, event, c) -> {});
    cola = builder.build("cola-" + UUID.randomUUID());
  }

  /** The squirrel machine. */
  public static class Squirrel extends AbstractStateMachine<Squirrel, Word, Word, Object> {}

  /** One value. */
  @Benchmark
  public Placeholder builds() {
    return new PlaceholderBuilder().name("a").build();
  }

  /** One transition. */
  @Benchmark
  public Word cola() {
    return cola.fireEvent(Word.A, Word.B, "");
  }

  /** One transition. */
  @Benchmark
  public Word stateless4j() {
    StateMachineConfig<Word, Word> config = new StateMachineConfig<>();
    config.configure(Word.A).permit(Word.B, Word.B);
    var machine = new com.github.oxo42.stateless4j.StateMachine<>(Word.A, config);
    machine.fire(Word.B);
    return machine.getState();
  }

  /** One transition. */
  @Benchmark
  public Word squirrel() {
    var builder =
        org.squirrelframework.foundation.fsm.StateMachineBuilderFactory.create(
            Squirrel.class, Word.class, Word.class, Object.class);
    builder.externalTransition().from(Word.A).to(Word.B).on(Word.B);
    Squirrel machine = builder.newStateMachine(Word.A);
    machine.fire(Word.B);
    return machine.getCurrentState();
  }

  /** One transition. */
  @Benchmark
  public Word spring() throws Exception {
    StateMachineBuilder.Builder<Word, Word> builder = StateMachineBuilder.builder();
    builder.configureStates().withStates().initial(Word.A).state(Word.B);
    builder.configureTransitions().withExternal().source(Word.A).target(Word.B).event(Word.B);
    var machine = builder.build();
    machine.startReactively().block();
    machine.sendEvent(Mono.just(MessageBuilder.withPayload(Word.B).build())).blockLast();
    return machine.getState().getId();
  }
}
